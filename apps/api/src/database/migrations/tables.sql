-- Made from the entities by MikroORM (getCreateSchemaSQL), then read over.
create schema if not exists work;
create schema if not exists publication;

-- An exact figure.
create domain work.exact as numeric(30, 15) check (value <> 'NaN');

create table work.action (code text not null, kind text not null, scope text not null, title jsonb not null, reading jsonb not null, position int not null, version int not null default 1, quote jsonb null, primary key (code));
alter table work.action add constraint action_kind_check check (kind in ('PRIORITY', 'FINDING'));
alter table work.action add constraint action_scope_check check (scope in ('COUNTRY', 'REGION'));

create table work.area (code text not null, kind text not null, iso2 text null, m49 text null, time_zone text not null, names jsonb not null, position int not null, primary key (code));
alter table work.area add constraint area_kind_check check (kind in ('COUNTRY', 'GROUP'));

create table work.cycle (year int not null, opens_on date not null, due_on date not null, closes_on date not null, version int not null default 1, closed_at timestamptz null, primary key (year));
alter table work.cycle add constraint cycle_check check (((opens_on <= due_on) AND (due_on <= closes_on)));
alter table work.cycle add constraint cycle_year_check check (((year >= 1990) AND (year <= 2100)));

create table work.indicator (code text not null, kind text not null, scope text not null, unit text not null, unit_text jsonb not null, multiplier work.exact not null default 1, decimals int not null, direction text not null, value_type text not null, regional_method text not null, sensitive boolean not null, threshold_base int not null default 5, threshold_detailed int not null default 10, min work.exact null, max work.exact null, whole boolean not null, breakdowns text[] not null default '{}', sdg_code text null, denominator_of text null, name jsonb not null, definition jsonb not null, stages jsonb null, sheet jsonb not null, position int not null, version int not null default 1, reported_cases boolean not null default false, table_axes jsonb not null default '[]', centres_in text null, numerator_of text null, elements jsonb not null default '[]', primary key (code));
alter table work.indicator add constraint indicator_decimals_check check (((decimals >= 0) AND (decimals <= 12)));
alter table work.indicator add constraint reported_cases_are_never_scored check (((NOT reported_cases) OR (direction = 'NONE'::text)));
alter table work.indicator add constraint indicator_kind_check check (kind in ('NUMERIC', 'BINARY', 'MILESTONE'));
alter table work.indicator add constraint indicator_scope_check check (scope in ('COUNTRY', 'REGION'));
alter table work.indicator add constraint indicator_direction_check check (direction in ('INCREASE', 'DECREASE', 'TOWARDS', 'NONE'));
alter table work.indicator add constraint indicator_value_type_check check (value_type in ('STOCK', 'FLOW', 'CUMULATIVE'));
alter table work.indicator add constraint indicator_regional_method_check check (regional_method in ('SUM', 'MEAN', 'RATIO', 'WEIGHTED_MEAN', 'COUNT_YES'));
alter table work.indicator add constraint indicator_centres_in_check check (centres_in in ('VALUE', 'NUMERATOR', 'DENOMINATOR', 'ELSEWHERE'));

create table work.action_indicator (action text not null, indicator text not null, role text not null, weight work.exact not null default 1, position int not null, primary key (action, indicator));
create index action_indicator_by_indicator on work.action_indicator (indicator);
alter table work.action_indicator add constraint action_indicator_weight_check check (((weight)::numeric > (0)::numeric));
alter table work.action_indicator add constraint action_indicator_role_check check (role in ('HEADLINE', 'SUPPORTING', 'CONTEXT'));

create table work.organisation (id uuid not null, code text not null, area text null, names jsonb not null, version int not null default 1, mailbox text null, primary key (id));
alter table work.organisation add constraint organisation_code_key unique (code);

create table work.assignment (cycle int not null, area text not null, indicator text not null, organisation uuid not null, primary key (cycle, area, indicator));

create table publication.document_content (document uuid not null, content bytea null, primary key (document));

create table publication.tombstone (indicator text not null, area text not null, year int not null, sex text not null, age text not null, urbanisation text not null, region text not null, breakdown text not null, withdrawn_at timestamptz not null default now(), primary key (indicator, area, year, sex, age, urbanisation, region, breakdown));

create table work.region (code text not null, area text not null, names jsonb not null, position int not null, primary key (code));

create table publication.release (sequence int not null, number text not null, as_of_year int not null, published_at timestamptz not null default now(), note jsonb not null, annual boolean not null, method_version text not null, content_hash text not null, audit_head text not null, primary key (sequence));
alter table publication.release add constraint release_number_key unique (number);
alter table publication.release add constraint release_number_check check ((number ~ '^[0-9]{4}\.[0-9]+$'::text));

create table publication.withheld (indicator text not null, area text not null, year int not null, face text not null, from_release int not null, until_release int null, primary key (indicator, area, year, face, from_release));
create unique index withheld_standing on publication.withheld (indicator, area, year, face) where until_release is null;
alter table publication.withheld add constraint withheld_check check (until_release is null or until_release > from_release);

create table publication.value_document (indicator text not null, area text not null, year int not null, sex text not null, age text not null, urbanisation text not null, region text not null, breakdown text not null, document uuid not null, from_release int not null, until_release int null, primary key (indicator, area, year, sex, age, urbanisation, region, breakdown, document, from_release));
create unique index value_document_standing on publication.value_document (indicator, area, year, sex, age, urbanisation, region, breakdown, document) where until_release is null;
alter table publication.value_document add constraint value_document_check check (until_release is null or until_release > from_release);

create table publication.value (indicator text not null, area text not null, year int not null, sex text not null, age text not null, urbanisation text not null, region text not null, breakdown text not null, from_release int not null, value work.exact null, numerator work.exact null, denominator work.exact null, obs_status text not null, missing_reason text null, source text null, source_text text null, note jsonb null, via text null, submitted_on date null, approved_on date null, revision int null, reason text null, until_release int null, body text null, period text null, fact_date text null, provision text null, basis text null, primary key (indicator, area, year, sex, age, urbanisation, region, breakdown, from_release));
create index value_by_area on publication.value (area, indicator, year);
create index value_changed on publication.value (until_release) where until_release is not null;
create index value_since on publication.value (from_release);
create unique index value_standing on publication.value (indicator, area, year, sex, age, urbanisation, region, breakdown) where until_release is null;
alter table publication.value add constraint value_check1 check (until_release is null or until_release > from_release);
alter table publication.value add constraint value_check check (((obs_status <> 'Q'::text) OR (num_nonnulls(value, numerator, denominator, missing_reason, source, source_text, note, via, submitted_on, approved_on, revision, reason) = 0)));
alter table publication.value add constraint value_fact_date_check check ((fact_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text));
alter table publication.value add constraint value_hidden_has_no_body check (((obs_status <> 'Q'::text) OR (num_nonnulls(body, period) = 0)));
alter table publication.value add constraint value_hidden_has_no_fact check (((obs_status <> 'Q'::text) OR (num_nonnulls(fact_date, provision, basis) = 0)));
alter table publication.value add constraint value_basis_check check (basis in ('OFFICIAL', 'MEDIA'));

create table publication.target (indicator text not null, area text not null, from_release int not null, version int not null, baseline_year int null, baseline_value work.exact null, baseline_source text null, path text not null, points jsonb not null, tolerance work.exact not null, reference boolean not null, citation jsonb null, rationale jsonb not null, confirmed_on date null, until_release int null, primary key (indicator, area, from_release));
create unique index target_standing on publication.target (indicator, area) where until_release is null;
alter table publication.target add constraint target_check check (until_release is null or until_release > from_release);

create table publication.source (id text not null, from_release int not null, title text not null, publisher text not null, year int null, url text null, licence text not null, kind text not null, until_release int null, primary key (id, from_release));
create unique index source_standing on publication.source (id) where until_release is null;
alter table publication.source add constraint source_check check (until_release is null or until_release > from_release);

create table publication.series_break (indicator text not null, area text not null, year int not null, from_release int not null, kind text not null, note jsonb not null, source text null, until_release int null, primary key (indicator, area, year, from_release));
create unique index series_break_standing on publication.series_break (indicator, area, year) where until_release is null;
alter table publication.series_break add constraint series_break_check check (until_release is null or until_release > from_release);

create table publication.rule_hits (release int not null, area text not null, hits jsonb not null, primary key (release, area));

create table publication.indicator (code text not null, from_release int not null, kind text not null, scope text not null, unit text not null, unit_text jsonb not null, multiplier work.exact not null, decimals int not null, direction text not null, value_type text not null, regional_method text not null, sensitive boolean not null, min work.exact null, max work.exact null, breakdowns text[] not null, sdg_code text null, name jsonb not null, definition jsonb not null, stages jsonb null, sheet jsonb not null, position int not null, until_release int null, elements jsonb not null default '[]', primary key (code, from_release));
create unique index indicator_standing on publication.indicator (code) where until_release is null;
alter table publication.indicator add constraint indicator_check check (until_release is null or until_release > from_release);

create table publication.help_line (area text not null, lang text not null, from_release int not null, text text not null, until_release int null, primary key (area, lang, from_release));
create unique index help_line_standing on publication.help_line (area, lang) where until_release is null;
alter table publication.help_line add constraint help_line_check check (until_release is null or until_release > from_release);

create table publication.event (id text not null, from_release int not null, action text null, indicator text null, area text not null, date text not null, year int not null, yes_no boolean null, text jsonb not null, source text not null, until_release int null, proves jsonb not null default '[]', primary key (id, from_release));
create unique index event_standing on publication.event (id) where until_release is null;
alter table publication.event add constraint event_check check (until_release is null or until_release > from_release);

create table publication.document (id uuid not null, from_release int not null, kind text not null, title text not null, media_type text null, size int null, sha256 text null, url text null, lang text null, until_release int null, primary key (id, from_release));
create unique index document_standing on publication.document (id) where until_release is null;
alter table publication.document add constraint document_check check (until_release is null or until_release > from_release);

create table publication.cycle (year int not null, from_release int not null, due_on date not null, until_release int null, primary key (year, from_release));
create unique index cycle_standing on publication.cycle (year) where until_release is null;
alter table publication.cycle add constraint cycle_check check (until_release is null or until_release > from_release);

create table publication.contact (area text not null, body text not null, from_release int not null, names jsonb not null, mailbox text not null, until_release int null, primary key (area, body, from_release));
create unique index contact_standing on publication.contact (area, body) where until_release is null;
alter table publication.contact add constraint contact_check check (until_release is null or until_release > from_release);

create table publication.body (code text not null, from_release int not null, area text null, names jsonb not null, until_release int null, primary key (code, from_release));
create unique index body_standing on publication.body (code) where until_release is null;
alter table publication.body add constraint body_check check (until_release is null or until_release > from_release);

create table publication.benchmark (id text not null, from_release int not null, indicator text not null, value work.exact not null, per work.exact null, kind text not null, sense text not null, label jsonb not null, citation jsonb not null, url text null, source text null, until_release int null, primary key (id, from_release));
create unique index benchmark_standing on publication.benchmark (id) where until_release is null;
alter table publication.benchmark add constraint benchmark_check check (until_release is null or until_release > from_release);

create table publication.assignment (cycle int not null, area text not null, indicator text not null, from_release int not null, until_release int null, primary key (cycle, area, indicator, from_release));
create unique index assignment_standing on publication.assignment (cycle, area, indicator) where until_release is null;
alter table publication.assignment add constraint assignment_check check (until_release is null or until_release > from_release);

create table publication.assessment (kind text not null, subject text not null, area text not null, from_release int not null, status text null, progress work.exact null, pace work.exact null, latest_year int null, latest_value work.exact null, detail jsonb not null, until_release int null, word text not null, level work.exact null, low work.exact not null, high work.exact not null, known int not null, total int not null, movement text not null, points work.exact null, primary key (kind, subject, area, from_release));
create index assessment_by_area on publication.assessment (area, kind);
create unique index assessment_standing on publication.assessment (kind, subject, area) where until_release is null;
alter table publication.assessment add constraint assessment_check check (until_release is null or until_release > from_release);
alter table publication.assessment add constraint assessment_kind_check check (kind in ('INDICATOR', 'ACTION'));
alter table publication.assessment add constraint assessment_word_check check (word in ('DONE', 'MOSTLY_DONE', 'UNDER_WAY', 'BEGUN', 'NOT_BEGUN', 'PARTLY_KNOWN', 'NOT_KNOWN'));
alter table publication.assessment add constraint assessment_movement_check check (movement in ('FORWARD', 'NONE', 'BACK', 'MIXED', 'UNKNOWN'));

create table publication.area (code text not null, from_release int not null, kind text not null, iso2 text null, m49 text null, names jsonb not null, position int not null, until_release int null, primary key (code, from_release));
create unique index area_standing on publication.area (code) where until_release is null;
alter table publication.area add constraint area_check check (until_release is null or until_release > from_release);

create table publication.alternative (indicator text not null, area text not null, year int not null, source text not null, value work.exact not null, from_release int not null, note jsonb not null, chosen jsonb not null, until_release int null, primary key (indicator, area, year, source, value, from_release));
create unique index alternative_standing on publication.alternative (indicator, area, year, source, value) where until_release is null;
alter table publication.alternative add constraint alternative_check check (until_release is null or until_release > from_release);

create table publication.action_indicator (action text not null, indicator text not null, from_release int not null, role text not null, weight work.exact not null, position int not null, until_release int null, primary key (action, indicator, from_release));
create unique index action_indicator_standing on publication.action_indicator (action, indicator) where until_release is null;
alter table publication.action_indicator add constraint action_indicator_check check (until_release is null or until_release > from_release);

create table publication.action (code text not null, from_release int not null, kind text not null, scope text not null, title jsonb not null, reading jsonb not null, position int not null, until_release int null, quote jsonb null, primary key (code, from_release));
create unique index action_standing on publication.action (code) where until_release is null;
alter table publication.action add constraint action_check check (until_release is null or until_release > from_release);

create table work.released_count (indicator text not null, year int not null, release int not null, key text not null, part text not null default 'COUNT', value work.exact not null, hiding text null, primary key (indicator, year, release, key, part));
alter table work.released_count add constraint released_count_part_check check (part in ('COUNT', 'DENOMINATOR'));
alter table work.released_count add constraint released_count_hiding_check check (hiding in ('COUNT', 'RATIO'));

create table work.released_table (indicator text not null, year int not null, release int not null, threshold_base int not null, threshold_detailed int not null, withheld jsonb not null, told jsonb not null default '[]', primary key (indicator, year, release));

create table work.sign_in_failure (key text not null, failures int not null, last_failed_at timestamptz not null, primary key (key));

create table work.sign_in_place (key text not null, last_signed_in_at timestamptz not null, primary key (key));

create table work.source (id text not null, title text not null, publisher text not null, year int null, url text null, licence text not null, kind text not null, primary key (id));
alter table work.source add constraint source_kind_check check (kind in ('DATASET', 'LAW', 'OFFICIAL', 'MEDIA', 'ORGANISATION'));

create table work.series_break (indicator text not null, area text not null, year int not null, kind text not null, note jsonb not null, source text null, primary key (indicator, area, year));
alter table work.series_break add constraint series_break_kind_check check (kind in ('definition', 'source', 'law', 'method'));

create table work.event (id text not null, action text null, indicator text null, area text not null, date text not null, year int not null, yes_no boolean null, text jsonb not null, source text not null, proves jsonb not null default '[]', primary key (id));
create index event_by_indicator on work.event (indicator, area);

create table work.denominator (area text not null, kind text not null, year int not null, sex text not null default '_T', age text not null default '_T', value work.exact not null, source text not null, primary key (area, kind, year, sex, age));

create table work.benchmark (id text not null, indicator text not null, value work.exact not null, per work.exact null, kind text not null, sense text not null, population text null, label jsonb not null, citation jsonb not null, url text null, source text null, primary key (id));
alter table work.benchmark add constraint benchmark_kind_check check (kind in ('RATE', 'SHARE'));
alter table work.benchmark add constraint benchmark_sense_check check (sense in ('AT_LEAST', 'AT_MOST'));

create table work.subscriber (id uuid not null, email text not null, language text not null, kind text not null, code text null, asked_at timestamptz not null, confirmed_at timestamptz null, release text null, primary key (id));
create unique index subscriber_asked on work.subscriber (email) where confirmed_at is null;
create unique index subscriber_confirmed on work.subscriber (email) where confirmed_at is not null;
alter table work.subscriber add constraint subscriber_check check (((kind = 'EVERYTHING'::text) = (code IS NULL)));
alter table work.subscriber add constraint subscriber_language_check check (language in ('en', 'ru', 'kk', 'ky', 'tg', 'uz'));
alter table work.subscriber add constraint subscriber_kind_check check (kind in ('EVERYTHING', 'COUNTRY', 'ACTION'));

create table work.user_account (id uuid not null, email text not null, name text not null, role text not null, area text null, organisation uuid null, password_hash text null, created_at timestamptz not null default now(), disabled_at timestamptz null, version int not null default 1, last_signed_in_at timestamptz null, language text not null default 'ru', erased_at timestamptz null, primary key (id));
alter table work.user_account add constraint user_account_email_key unique (email);
alter table work.user_account add constraint erased_accounts_are_shut check (((erased_at IS NULL) OR ((disabled_at IS NOT NULL) AND (password_hash IS NULL))));
alter table work.user_account add constraint user_account_check check (((role = 'REPORTER'::text) = (area IS NOT NULL)));
alter table work.user_account add constraint user_account_email_check check ((email = lower(email)));
alter table work.user_account add constraint user_account_role_check check (role in ('DONOR', 'REPORTER', 'OFFICER', 'ADMIN', 'AUDITOR'));
alter table work.user_account add constraint user_account_language_check check (language in ('en', 'ru', 'kk', 'ky', 'tg', 'uz'));

create table work.target_plan (id uuid not null, indicator text not null, area text not null, version int not null, state text not null, baseline_year int null, baseline_value work.exact null, baseline_source text null, path text not null, points jsonb not null, tolerance work.exact not null default 0, reference boolean not null, citation jsonb null, rationale jsonb not null, proposed_by uuid null, proposed_at timestamptz not null default now(), decided_by uuid null, decided_at timestamptz null, primary key (id));
alter table work.target_plan add constraint target_plan_indicator_area_version_key unique (indicator, area, version);
alter table work.target_plan add constraint target_plan_check check (((decided_by IS NULL) OR (decided_by <> proposed_by)));
alter table work.target_plan add constraint target_plan_state_check check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED'));
alter table work.target_plan add constraint target_plan_path_check check (path in ('LINEAR', 'COMPOUND'));

create table work.session (token_hash text not null, user_account uuid not null, created_at timestamptz not null default now(), last_seen_at timestamptz not null default now(), id uuid not null default gen_random_uuid(), primary key (token_hash));
create index session_by_user on work.session (user_account);
alter table work.session add constraint session_id_key unique (id);

create table work.series_mapping (area text not null, format text not null, series text not null, indicator text not null, totals jsonb not null default '{}', note text null, mapped_by uuid not null, mapped_at timestamptz not null default now(), primary key (area, format, series));

create table work.saved_view (id uuid not null, user_account uuid not null, name text not null, path text not null, created_at timestamptz not null default now(), primary key (id));
create index saved_view_by_person on work.saved_view (user_account, created_at);
alter table work.saved_view add constraint saved_view_path_check check ((path ~ '^/[a-z]{2}(/|[?#]|$)'::text));

create table work.observation (id uuid not null, indicator text not null, area text not null, year int not null, sex text not null default '_T', age text not null default '_T', urbanisation text not null default '_T', region text not null default '_T', breakdown text not null default '_T', state text not null, version int not null default 1, current_revision uuid not null, published_revision uuid null, sample boolean not null default false, primary key (id));
create index observation_by_area on work.observation (area, year, indicator, sex, age, urbanisation, region, breakdown);
create index observation_series on work.observation (area, indicator, sex, age, urbanisation, region, breakdown) where published_revision is not null;
create index observation_to_release on work.observation (state) where state in ('APPROVED', 'SUBMITTED');
alter table work.observation add constraint observation_indicator_area_year_sex_age_urbanisation_region_key unique (indicator, area, year, sex, age, urbanisation, region, breakdown);
alter table work.observation add constraint observation_year_check check (((year >= 1900) AND (year <= 2100)));
alter table work.observation add constraint observation_state_check check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED'));

create table work.revision (id uuid not null, observation uuid not null, number int not null, value work.exact null, numerator work.exact null, denominator work.exact null, missing_reason text null, obs_status text not null, source text null, source_text text null, note jsonb null, comment text null, reason text null, via text not null, author uuid null, created_at timestamptz not null default now(), period text null, fact_date text null, provision text null, basis text null, primary key (id));
alter table work.revision add constraint revision_observation_number_key unique (observation, number);
alter table work.revision add constraint revision_check check (((value IS NULL) OR (missing_reason IS NULL)));
alter table work.revision add constraint revision_check1 check (((via = 'SOURCE_IMPORT'::text) = (author IS NULL)));
alter table work.revision add constraint revision_fact_date_check check ((fact_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text));
alter table work.revision add constraint revision_obs_status_check check ((obs_status ~ '^[A-Z]$'::text));
alter table work.revision add constraint revision_missing_reason_check check (missing_reason in ('NOT_COLLECTED', 'NOT_SHARED', 'NOT_APPLICABLE', 'SUPPRESSED'));
alter table work.revision add constraint revision_reason_check check (reason in ('NEW_SOURCE', 'CORRECTION', 'DEFINITION', 'COVERAGE'));
alter table work.revision add constraint revision_via_check check (via in ('ENTRY', 'IMPORT', 'SOURCE_IMPORT'));
alter table work.revision add constraint revision_basis_check check (basis in ('OFFICIAL', 'MEDIA'));

create table work.review (id uuid not null, observation uuid not null, revision uuid not null, decision text not null, reason text null, reviewer uuid not null, created_at timestamptz not null default now(), batch uuid null, primary key (id));
create index review_by_batch on work.review (batch) where batch is not null;
create index review_by_observation on work.review (observation);
alter table work.review add constraint review_check check (((decision <> 'RETURNED'::text) OR (reason IS NOT NULL)));
alter table work.review add constraint review_check1 check (((batch IS NULL) OR (decision = 'APPROVED'::text)));
alter table work.review add constraint review_decision_check check (decision in ('APPROVED', 'RETURNED', 'APPROVAL_UNDONE'));

create table work.announced_return (review uuid not null, announced_at timestamptz not null, primary key (review));

create table work.reopening (id uuid not null, indicator text not null, area text not null, year int not null, person uuid not null, reason text not null, requested_at timestamptz not null default now(), decision text null, until timestamptz null, note text null, decided_by uuid null, decided_at timestamptz null, revoked_by uuid null, revoked_at timestamptz null, primary key (id));
create index reopening_by_person on work.reopening (person, area, year);
create unique index reopening_waiting on work.reopening (area, year, indicator, person) where decision is null;
alter table work.reopening add constraint reopening_check check ((((decision IS NULL) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL))));
alter table work.reopening add constraint reopening_check1 check (((COALESCE(decision, ''::text) = 'GRANTED'::text) = (until IS NOT NULL)));
alter table work.reopening add constraint reopening_check2 check (((decided_by IS NULL) OR (decided_by <> person)));
alter table work.reopening add constraint reopening_check3 check (((revoked_by IS NULL) = (revoked_at IS NULL)));
alter table work.reopening add constraint reopening_check4 check (((revoked_by IS NULL) OR (until IS NOT NULL)));
alter table work.reopening add constraint reopening_decision_check check (decision in ('GRANTED', 'DECLINED'));

create table work.planned_release (id uuid not null, as_of_year int not null, annual boolean not null, note jsonb not null, preview_hash text not null, publish_at timestamptz not null, planned_by uuid not null, planned_at timestamptz not null default now(), state text not null default 'PLANNED', number text null, problems jsonb not null default '[]', settled_at timestamptz null, primary key (id));
CREATE UNIQUE INDEX planned_release_waiting ON work.planned_release USING btree ((true)) WHERE (state = 'PLANNED'::text);
alter table work.planned_release add constraint planned_release_check check (((state = 'PLANNED'::text) = (settled_at IS NULL)));
alter table work.planned_release add constraint planned_release_check1 check (((state = 'PUBLISHED'::text) = (number IS NOT NULL)));
alter table work.planned_release add constraint planned_release_state_check check (state in ('PLANNED', 'PUBLISHED', 'REFUSED', 'CANCELLED'));

create table work.nudge (id uuid not null, area text not null, cycle int not null, officer uuid not null, nudged_at timestamptz not null, primary key (id));
create index nudge_by_area on work.nudge (area, cycle, nudged_at);

create table work.notification (id uuid not null, key text not null, kind text not null, recipient uuid null, area text null, cycle int null, language text not null, subject text not null, text text not null, html text not null, state text not null default 'WAITING', attempts int not null default 0, error text null, job uuid not null, created_at timestamptz not null, changed_at timestamptz not null, link uuid null, subscriber uuid null, address text null, primary key (id));
create index notification_by_subscriber on work.notification (subscriber) where subscriber is not null;
create index notification_by_time on work.notification (created_at DESC, id);
create index notification_to_send on work.notification (state) where state in ('WAITING', 'SENDING');
alter table work.notification add constraint notification_key_key unique (key);
alter table work.notification add constraint notification_check check (((state = ANY (ARRAY['RETRY'::text, 'FAILED'::text])) = (error IS NOT NULL)));
alter table work.notification add constraint notification_link_check check (((kind = ANY (ARRAY['INVITATION'::text, 'PASSWORD_LINK'::text, 'EMAIL_LINK'::text])) = (link IS NOT NULL)));
alter table work.notification add constraint notification_to_check check ((num_nonnulls(recipient, subscriber, address) = 1));
alter table work.notification add constraint notification_kind_check check (kind in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED', 'INVITATION', 'PASSWORD_LINK', 'EMAIL_LINK', 'CONFIRMATION', 'ASKED', 'ANSWERED', 'SUBSCRIPTION', 'RELEASE_NEWS', 'ERROR_REPORT'));
alter table work.notification add constraint notification_state_check check (state in ('WAITING', 'SENDING', 'SENT', 'RETRY', 'FAILED', 'HELD'));

create table work.method_note (number int generated always as identity not null primary key, action text null, reason text not null, before jsonb not null, after jsonb not null, author uuid not null, created_at timestamptz not null default now(), indicator text null);
alter table work.method_note add constraint method_note_on_check check ((num_nonnulls(action, indicator) = 1));
alter table work.method_note add constraint method_note_reason_check check (((length(reason) >= 1) AND (length(reason) <= 4000)));

create table work.message (id uuid not null, observation uuid not null, author uuid not null, text text not null, created_at timestamptz not null default now(), question boolean not null default false, primary key (id));
create index message_by_observation on work.message (observation);
create index message_question on work.message (observation) where question;
alter table work.message add constraint message_text_check check (((length(text) >= 1) AND (length(text) <= 4000)));

create table work.announced_message (message uuid not null, announced_at timestamptz not null, primary key (message));

create table work.invitation (id uuid not null, user_account uuid not null, token_hash text not null, created_by uuid not null, created_at timestamptz not null default now(), expires_at timestamptz not null, ended_at timestamptz null, primary key (id));
alter table work.invitation add constraint invitation_token_hash_key unique (token_hash);
create unique index invitation_open on work.invitation (user_account) where ended_at is null;

create table work.import_job (id uuid not null, area text not null, cycle int not null, file_name text not null, format text null, lang text null, content bytea not null, state text not null, seen int null, checked int not null default 0, summary jsonb null, problems jsonb not null default '[]', created_by uuid not null, created_at timestamptz not null default now(), touched_at timestamptz not null default now(), committed_at timestamptz null, columns jsonb not null default '[]', column_choice jsonb null, codes jsonb not null default '{}', mends jsonb not null default '{}', primary key (id));
create index import_job_by_area on work.import_job (area, cycle, created_at);
alter table work.import_job add constraint import_job_state_check check (state in ('READING', 'CHECKED', 'REFUSED', 'COMMITTED'));

create table work.import_row (job uuid not null, number int not null, line int not null, verdict text not null, severity text not null, cell jsonb null, content jsonb null, version int null, before text null, typed text null, source jsonb null, problems jsonb not null default '[]', primary key (job, number));
CREATE INDEX import_row_by_indicator ON work.import_row USING btree (job, ((cell ->> 'indicator'::text)));
alter table work.import_row add constraint import_row_verdict_check check (verdict in ('NEW', 'CHANGED', 'SAME', 'REJECTED'));
alter table work.import_row add constraint import_row_severity_check check (severity in ('OK', 'WARN', 'ERROR'));

create table work.idempotent_answer (user_account uuid not null, key text not null, request_hash text not null, answer jsonb not null, created_at timestamptz not null default now(), primary key (user_account, key));

create table work.help_line (area text not null, lang text not null, text text not null, version int not null default 1, updated_by uuid not null, updated_at timestamptz not null default now(), primary key (area, lang));
alter table work.help_line add constraint help_line_text_check check ((length(text) <= 4000));
alter table work.help_line add constraint help_line_lang_check check (lang in ('en', 'ru', 'kk', 'ky', 'tg', 'uz'));

create table work.follower (user_account uuid not null, looked_at timestamptz null, looked_release text null, before_at timestamptz null, before_release text null, digest boolean not null default false, digest_month text null, digest_release text null, primary key (user_account));
alter table work.follower add constraint follower_check check (((looked_at IS NULL) = (looked_release IS NULL)));
alter table work.follower add constraint follower_check1 check (((before_at IS NULL) = (before_release IS NULL)));
alter table work.follower add constraint follower_check2 check (((NOT digest) OR (digest_month IS NOT NULL)));

create table work.follow (user_account uuid not null, kind text not null, code text not null, created_at timestamptz not null default now(), primary key (user_account, kind, code));
alter table work.follow add constraint follow_kind_check check (kind in ('COUNTRY', 'ACTION', 'INDICATOR'));

create table work.evidence (id uuid not null, area text not null, kind text not null, title text not null, media_type text null, size int null, sha256 text null, url text null, added_by uuid not null, added_at timestamptz not null default now(), organisation uuid null, primary key (id));
create index evidence_by_organisation on work.evidence (area, organisation) include (size);
alter table work.evidence add constraint evidence_area_sha256_key unique (area, sha256);
alter table work.evidence add constraint evidence_area_url_key unique (area, url);
alter table work.evidence add constraint evidence_check check (((kind = 'FILE'::text) = ((sha256 IS NOT NULL) AND (media_type IS NOT NULL) AND (size IS NOT NULL))));
alter table work.evidence add constraint evidence_check1 check (((kind = 'LINK'::text) = (url IS NOT NULL)));
alter table work.evidence add constraint evidence_title_check check (((length(title) >= 1) AND (length(title) <= 300)));
alter table work.evidence add constraint evidence_kind_check check (kind in ('FILE', 'LINK'));

create table work.submission (id uuid not null, number text not null, cycle int not null, area text not null, organisation uuid null, note text null, submitted_by uuid not null, submitted_at timestamptz not null default now(), recalled_at timestamptz null, letter uuid null, primary key (id));
create index submission_by_area on work.submission (area, cycle);
alter table work.submission add constraint submission_number_key unique (number);

create table work.submission_revision (submission uuid not null, revision uuid not null, primary key (submission, revision));
create index submission_revision_by_revision on work.submission_revision (revision);

create table work.revision_evidence (number bigint generated always as identity not null primary key, revision uuid not null, evidence uuid not null, attached boolean not null, author uuid not null, created_at timestamptz not null default now());
create index revision_evidence_by_evidence on work.revision_evidence (evidence);
create index revision_evidence_by_revision on work.revision_evidence (revision);

create table work.evidence_mark (number bigint generated always as identity not null primary key, evidence uuid not null, public boolean not null, marked_by uuid not null, marked_at timestamptz not null default now(), lang text null);
create index evidence_mark_by_evidence on work.evidence_mark (evidence);

create table work.evidence_content (evidence uuid not null, content bytea not null, primary key (evidence));

create table work.email_change (id uuid not null, user_account uuid not null, email text not null, token_hash text not null, created_by uuid not null, created_at timestamptz not null default now(), expires_at timestamptz not null, ended_at timestamptz null, primary key (id));
alter table work.email_change add constraint email_change_token_hash_key unique (token_hash);
create unique index email_change_open on work.email_change (user_account) where ended_at is null;
alter table work.email_change add constraint email_change_email_check check ((email = lower(email)));

create table work.different_count (count text not null, other text not null, reason text not null, stated_by uuid not null, stated_at timestamptz not null default now(), primary key (count, other));
alter table work.different_count add constraint different_count_check check (((count collate "C") < (other collate "C")));

create table work.audit_event (number bigint not null, at timestamptz not null, actor uuid null, role text null, operation text not null, subject text not null, area text null, before jsonb null, after jsonb null, previous_hash text not null, hash text not null, primary key (number));
create index audit_event_by_actor on work.audit_event (actor, number DESC);
create index audit_event_by_area on work.audit_event (area, number DESC);
create index audit_event_by_at on work.audit_event (at, number DESC);
create index audit_event_by_operation on work.audit_event (operation, number DESC);
create index audit_event_by_subject on work.audit_event (subject);
alter table work.audit_event add constraint audit_event_hash_key unique (hash);

create table work.alternative_choice (number bigint generated always as identity not null primary key, indicator text not null, area text not null, year int not null, source text null, value work.exact null, why jsonb not null, decided_by uuid not null, decided_at timestamptz not null default now());
create index alternative_choice_by_cell on work.alternative_choice (indicator, area, year);
alter table work.alternative_choice add constraint alternative_choice_check check (((source IS NULL) = (value IS NULL)));

create table work.alternative (indicator text not null, area text not null, year int not null, source text not null, value work.exact not null, note jsonb not null, chosen jsonb not null, recorded_by uuid null, recorded_at timestamptz null, primary key (indicator, area, year, source, value));

create table work.agreement (id uuid not null, organisation uuid not null, area text not null, indicators text[] null, signed_on date not null, valid_until date null, document uuid not null, note text null, recorded_by uuid not null, recorded_at timestamptz not null default now(), ended_by uuid null, ended_reason text null, settled_at timestamptz null, primary key (id));
create index agreement_by_body on work.agreement (area, organisation);
alter table work.agreement add constraint agreement_check check (((valid_until IS NULL) OR (valid_until >= signed_on)));
alter table work.agreement add constraint agreement_check1 check ((((settled_at IS NULL) = (ended_by IS NULL)) AND ((ended_by IS NULL) = (ended_reason IS NULL))));
alter table work.agreement add constraint agreement_indicators_check check (((indicators IS NULL) OR (cardinality(indicators) > 0)));

create table work.account_confirmation (id uuid not null default gen_random_uuid(), user_account uuid not null, act text not null, asked_by uuid not null, asked_at timestamptz not null default now(), confirmed_by uuid null, confirmed_at timestamptz null, primary key (id));
create index account_confirmation_by_user on work.account_confirmation (user_account);
alter table work.account_confirmation add constraint account_confirmation_check check (((confirmed_by IS NULL) OR (confirmed_at IS NOT NULL)));
alter table work.account_confirmation add constraint account_confirmation_check1 check (((confirmed_by <> asked_by) AND (confirmed_by <> user_account)));
alter table work.account_confirmation add constraint account_confirmation_act_check check (act in ('INVITED', 'ROLE', 'PASSWORD', 'EMAIL'));

create table work.withdrawal (id uuid not null, indicator text not null, area text not null, year int not null, sex text not null, age text not null, urbanisation text not null, region text not null, breakdown text not null, reason text not null, state text not null default 'REQUESTED', requested_by uuid not null, requested_at timestamptz not null default now(), decided_by uuid null, settled_at timestamptz null, primary key (id));
create unique index withdrawal_of_cell on work.withdrawal (indicator, area, year, sex, age, urbanisation, region, breakdown) where state != 'REJECTED';
alter table work.withdrawal add constraint withdrawal_check check ((decided_by <> requested_by));
alter table work.withdrawal add constraint withdrawal_check1 check ((((state = 'REQUESTED'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (decided_by IS NULL))));
alter table work.withdrawal add constraint withdrawal_state_check check (state in ('REQUESTED', 'CONFIRMED', 'REJECTED'));

create table work.withdrawal_cell (withdrawal uuid not null, indicator text not null, area text not null, year int not null, sex text not null, age text not null, urbanisation text not null, region text not null, breakdown text not null, cover boolean not null, primary key (withdrawal, indicator, area, year, sex, age, urbanisation, region, breakdown));
create index withdrawal_cell_by_table on work.withdrawal_cell (indicator, year);

create table work.withdrawn_row (number bigint generated always as identity not null primary key, withdrawal uuid not null, relation text not null, content jsonb not null, last_release int not null);
alter table work.withdrawn_row add constraint withdrawn_row_relation_check check (relation in ('value', 'assessment', 'target', 'alternative', 'event', 'document', 'value_document'));

alter table work.action_indicator add constraint action_indicator_action_fkey foreign key (action) references work.action (code);
alter table work.action_indicator add constraint action_indicator_indicator_fkey foreign key (indicator) references work.indicator (code);

alter table work.organisation add constraint organisation_area_fkey foreign key (area) references work.area (code);

alter table work.assignment add constraint assignment_cycle_fkey foreign key (cycle) references work.cycle (year);
alter table work.assignment add constraint assignment_area_fkey foreign key (area) references work.area (code);
alter table work.assignment add constraint assignment_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.assignment add constraint assignment_organisation_fkey foreign key (organisation) references work.organisation (id);

alter table work.region add constraint region_area_fkey foreign key (area) references work.area (code);

alter table publication.withheld add constraint withheld_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.withheld add constraint withheld_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.value_document add constraint value_document_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.value_document add constraint value_document_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.value add constraint value_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.value add constraint value_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.target add constraint target_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.target add constraint target_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.source add constraint source_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.source add constraint source_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.series_break add constraint series_break_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.series_break add constraint series_break_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.rule_hits add constraint rule_hits_release_fkey foreign key (release) references publication.release (sequence) deferrable initially deferred;

alter table publication.indicator add constraint indicator_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.indicator add constraint indicator_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.help_line add constraint help_line_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.help_line add constraint help_line_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.event add constraint event_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.event add constraint event_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.document add constraint document_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.document add constraint document_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.cycle add constraint cycle_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.cycle add constraint cycle_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.contact add constraint contact_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.contact add constraint contact_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.body add constraint body_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.body add constraint body_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.benchmark add constraint benchmark_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.benchmark add constraint benchmark_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.assignment add constraint assignment_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.assignment add constraint assignment_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.assessment add constraint assessment_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.assessment add constraint assessment_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.area add constraint area_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.area add constraint area_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.alternative add constraint alternative_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.alternative add constraint alternative_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.action_indicator add constraint action_indicator_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.action_indicator add constraint action_indicator_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table publication.action add constraint action_from_release_fkey foreign key (from_release) references publication.release (sequence) deferrable initially deferred;
alter table publication.action add constraint action_until_release_fkey foreign key (until_release) references publication.release (sequence) deferrable initially deferred;

alter table work.released_table add constraint released_table_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.released_table add constraint released_table_release_fkey foreign key (release) references publication.release (sequence) deferrable initially deferred;

alter table work.series_break add constraint series_break_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.series_break add constraint series_break_area_fkey foreign key (area) references work.area (code);
alter table work.series_break add constraint series_break_source_fkey foreign key (source) references work.source (id);

alter table work.event add constraint event_action_fkey foreign key (action) references work.action (code);
alter table work.event add constraint event_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.event add constraint event_area_fkey foreign key (area) references work.area (code);
alter table work.event add constraint event_source_fkey foreign key (source) references work.source (id);

alter table work.denominator add constraint denominator_area_fkey foreign key (area) references work.area (code);
alter table work.denominator add constraint denominator_source_fkey foreign key (source) references work.source (id);

alter table work.benchmark add constraint benchmark_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.benchmark add constraint benchmark_source_fkey foreign key (source) references work.source (id);

alter table work.user_account add constraint user_account_area_fkey foreign key (area) references work.area (code);
alter table work.user_account add constraint user_account_organisation_fkey foreign key (organisation) references work.organisation (id);

alter table work.target_plan add constraint target_plan_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.target_plan add constraint target_plan_area_fkey foreign key (area) references work.area (code);
alter table work.target_plan add constraint target_plan_baseline_source_fkey foreign key (baseline_source) references work.source (id);
alter table work.target_plan add constraint target_plan_proposed_by_fkey foreign key (proposed_by) references work.user_account (id);
alter table work.target_plan add constraint target_plan_decided_by_fkey foreign key (decided_by) references work.user_account (id);

alter table work.session add constraint session_user_account_fkey foreign key (user_account) references work.user_account (id);

alter table work.series_mapping add constraint series_mapping_area_fkey foreign key (area) references work.area (code);
alter table work.series_mapping add constraint series_mapping_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.series_mapping add constraint series_mapping_mapped_by_fkey foreign key (mapped_by) references work.user_account (id);

alter table work.saved_view add constraint saved_view_user_account_fkey foreign key (user_account) references work.user_account (id);

alter table work.observation add constraint observation_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.observation add constraint observation_area_fkey foreign key (area) references work.area (code);
alter table work.observation add constraint observation_current foreign key (current_revision) references work.revision (id) deferrable initially deferred;
alter table work.observation add constraint observation_published foreign key (published_revision) references work.revision (id) deferrable initially deferred;

alter table work.revision add constraint revision_observation_fkey foreign key (observation) references work.observation (id) deferrable initially deferred;
alter table work.revision add constraint revision_source_fkey foreign key (source) references work.source (id);
alter table work.revision add constraint revision_author_fkey foreign key (author) references work.user_account (id);

alter table work.review add constraint review_observation_fkey foreign key (observation) references work.observation (id);
alter table work.review add constraint review_revision_fkey foreign key (revision) references work.revision (id);
alter table work.review add constraint review_reviewer_fkey foreign key (reviewer) references work.user_account (id);

alter table work.announced_return add constraint announced_return_review_fkey foreign key (review) references work.review (id);

alter table work.reopening add constraint reopening_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.reopening add constraint reopening_area_fkey foreign key (area) references work.area (code);
alter table work.reopening add constraint reopening_person_fkey foreign key (person) references work.user_account (id);
alter table work.reopening add constraint reopening_decided_by_fkey foreign key (decided_by) references work.user_account (id);
alter table work.reopening add constraint reopening_revoked_by_fkey foreign key (revoked_by) references work.user_account (id);

alter table work.planned_release add constraint planned_release_planned_by_fkey foreign key (planned_by) references work.user_account (id);
alter table work.planned_release add constraint planned_release_number_fkey foreign key (number) references publication.release (number) deferrable initially deferred;

alter table work.nudge add constraint nudge_area_fkey foreign key (area) references work.area (code);
alter table work.nudge add constraint nudge_cycle_fkey foreign key (cycle) references work.cycle (year);
alter table work.nudge add constraint nudge_officer_fkey foreign key (officer) references work.user_account (id);

alter table work.notification add constraint notification_recipient_fkey foreign key (recipient) references work.user_account (id);
alter table work.notification add constraint notification_area_fkey foreign key (area) references work.area (code);
alter table work.notification add constraint notification_cycle_fkey foreign key (cycle) references work.cycle (year);
alter table work.notification add constraint notification_subscriber_fkey foreign key (subscriber) references work.subscriber (id) on delete cascade;

alter table work.method_note add constraint method_note_action_fkey foreign key (action) references work.action (code);
alter table work.method_note add constraint method_note_author_fkey foreign key (author) references work.user_account (id);
alter table work.method_note add constraint method_note_indicator_fkey foreign key (indicator) references work.indicator (code);

alter table work.message add constraint message_observation_fkey foreign key (observation) references work.observation (id);
alter table work.message add constraint message_author_fkey foreign key (author) references work.user_account (id);

alter table work.announced_message add constraint announced_message_message_fkey foreign key (message) references work.message (id);

alter table work.invitation add constraint invitation_user_account_fkey foreign key (user_account) references work.user_account (id);
alter table work.invitation add constraint invitation_created_by_fkey foreign key (created_by) references work.user_account (id);

alter table work.import_job add constraint import_job_area_fkey foreign key (area) references work.area (code);
alter table work.import_job add constraint import_job_cycle_fkey foreign key (cycle) references work.cycle (year);
alter table work.import_job add constraint import_job_created_by_fkey foreign key (created_by) references work.user_account (id);

alter table work.import_row add constraint import_row_job_fkey foreign key (job) references work.import_job (id) on delete cascade;

alter table work.idempotent_answer add constraint idempotent_answer_user_account_fkey foreign key (user_account) references work.user_account (id);

alter table work.help_line add constraint help_line_area_fkey foreign key (area) references work.area (code);
alter table work.help_line add constraint help_line_updated_by_fkey foreign key (updated_by) references work.user_account (id);

alter table work.follower add constraint follower_user_account_fkey foreign key (user_account) references work.user_account (id);

alter table work.follow add constraint follow_user_account_fkey foreign key (user_account) references work.user_account (id);

alter table work.evidence add constraint evidence_area_fkey foreign key (area) references work.area (code);
alter table work.evidence add constraint evidence_added_by_fkey foreign key (added_by) references work.user_account (id);
alter table work.evidence add constraint evidence_organisation_fkey foreign key (organisation) references work.organisation (id);

alter table work.submission add constraint submission_cycle_fkey foreign key (cycle) references work.cycle (year);
alter table work.submission add constraint submission_area_fkey foreign key (area) references work.area (code);
alter table work.submission add constraint submission_organisation_fkey foreign key (organisation) references work.organisation (id);
alter table work.submission add constraint submission_submitted_by_fkey foreign key (submitted_by) references work.user_account (id);
alter table work.submission add constraint submission_letter_fkey foreign key (letter) references work.evidence (id);

alter table work.submission_revision add constraint submission_revision_submission_fkey foreign key (submission) references work.submission (id);
alter table work.submission_revision add constraint submission_revision_revision_fkey foreign key (revision) references work.revision (id);

alter table work.revision_evidence add constraint revision_evidence_revision_fkey foreign key (revision) references work.revision (id);
alter table work.revision_evidence add constraint revision_evidence_evidence_fkey foreign key (evidence) references work.evidence (id);
alter table work.revision_evidence add constraint revision_evidence_author_fkey foreign key (author) references work.user_account (id);

alter table work.evidence_mark add constraint evidence_mark_evidence_fkey foreign key (evidence) references work.evidence (id);
alter table work.evidence_mark add constraint evidence_mark_marked_by_fkey foreign key (marked_by) references work.user_account (id);

alter table work.evidence_content add constraint evidence_content_evidence_fkey foreign key (evidence) references work.evidence (id);

alter table work.email_change add constraint email_change_user_account_fkey foreign key (user_account) references work.user_account (id);
alter table work.email_change add constraint email_change_created_by_fkey foreign key (created_by) references work.user_account (id);

alter table work.different_count add constraint different_count_stated_by_fkey foreign key (stated_by) references work.user_account (id);

alter table work.audit_event add constraint audit_event_actor_fkey foreign key (actor) references work.user_account (id);
alter table work.audit_event add constraint audit_event_area_fkey foreign key (area) references work.area (code);

alter table work.alternative_choice add constraint alternative_choice_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.alternative_choice add constraint alternative_choice_area_fkey foreign key (area) references work.area (code);
alter table work.alternative_choice add constraint alternative_choice_source_fkey foreign key (source) references work.source (id);
alter table work.alternative_choice add constraint alternative_choice_decided_by_fkey foreign key (decided_by) references work.user_account (id);

alter table work.alternative add constraint alternative_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.alternative add constraint alternative_area_fkey foreign key (area) references work.area (code);
alter table work.alternative add constraint alternative_source_fkey foreign key (source) references work.source (id);
alter table work.alternative add constraint alternative_recorded_by_fkey foreign key (recorded_by) references work.user_account (id);

alter table work.agreement add constraint agreement_organisation_fkey foreign key (organisation) references work.organisation (id);
alter table work.agreement add constraint agreement_area_fkey foreign key (area) references work.area (code);
alter table work.agreement add constraint agreement_document_fkey foreign key (document) references work.evidence (id);
alter table work.agreement add constraint agreement_recorded_by_fkey foreign key (recorded_by) references work.user_account (id);
alter table work.agreement add constraint agreement_ended_by_fkey foreign key (ended_by) references work.user_account (id);

alter table work.account_confirmation add constraint account_confirmation_user_account_fkey foreign key (user_account) references work.user_account (id);
alter table work.account_confirmation add constraint account_confirmation_asked_by_fkey foreign key (asked_by) references work.user_account (id);
alter table work.account_confirmation add constraint account_confirmation_confirmed_by_fkey foreign key (confirmed_by) references work.user_account (id);

alter table work.withdrawal add constraint withdrawal_indicator_fkey foreign key (indicator) references work.indicator (code);
alter table work.withdrawal add constraint withdrawal_area_fkey foreign key (area) references work.area (code);
alter table work.withdrawal add constraint withdrawal_requested_by_fkey foreign key (requested_by) references work.user_account (id);
alter table work.withdrawal add constraint withdrawal_decided_by_fkey foreign key (decided_by) references work.user_account (id);

alter table work.withdrawal_cell add constraint withdrawal_cell_withdrawal_fkey foreign key (withdrawal) references work.withdrawal (id);

alter table work.withdrawn_row add constraint withdrawn_row_withdrawal_fkey foreign key (withdrawal) references work.withdrawal (id);
alter table work.withdrawn_row add constraint withdrawn_row_last_release_fkey foreign key (last_release) references publication.release (sequence) deferrable initially deferred;

-- A constraint over three columns, which no reference of an entity says.
alter table work.released_count add constraint released_count_indicator_year_release_fkey foreign key (indicator, year, release) references work.released_table (indicator, year, release);
