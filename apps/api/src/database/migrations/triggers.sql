-- Written by hand; MikroORM does not compare triggers (orm.config.ts).

-- A row of a release does not change, except that a later release ends it.
do $$
declare
  relation text;
begin
  foreach relation in array array['action', 'action_indicator', 'alternative', 'area', 'assessment', 'assignment', 'benchmark', 'body', 'contact', 'cycle', 'document', 'event', 'help_line', 'indicator', 'series_break', 'source', 'target', 'value', 'value_document', 'withheld'] loop
    execute format('create trigger %I before update or delete on publication.%I for each row execute function publication.refuse_change()', relation || '_is_immutable', relation);
    execute format('create trigger %I before truncate on publication.%I for each statement execute function work.refuse_change()', relation || '_is_not_emptied', relation);
  end loop;
end $$;

-- Rows are added, and neither changed nor removed.
do $$
declare
  relation text;
begin
  foreach relation in array array['publication.release', 'publication.tombstone', 'work.alternative_choice', 'work.audit_event', 'work.different_count', 'work.evidence_content', 'work.evidence', 'work.evidence_mark', 'work.method_note', 'work.nudge', 'work.released_count', 'work.released_table', 'work.review', 'work.revision_evidence', 'work.revision', 'work.withdrawal_cell', 'work.withdrawn_row'] loop
    execute format('create trigger %I before update or delete or truncate on %s for each statement execute function work.refuse_change()', split_part(relation, '.', 2) || '_is_append_only', relation);
  end loop;
end $$;

create trigger document_content_is_immutable before delete or update on publication.document_content for each row execute function publication.refuse_other_bytes();
create trigger rule_hits_are_immutable before delete or update on publication.rule_hits for each row execute function publication.refuse_other_hits();
create trigger rule_hits_are_not_emptied before truncate on publication.rule_hits for each statement execute function work.refuse_change();
create trigger agreement_ends_once before update on work.agreement for each row execute function work.refuse_settled();
create trigger agreement_is_kept before delete or truncate on work.agreement for each statement execute function work.refuse_change();
create trigger planned_release_is_kept before delete or truncate on work.planned_release for each statement execute function work.refuse_change();
create trigger planned_release_is_settled_once before update on work.planned_release for each row execute function work.refuse_settled();
create trigger withdrawal_is_kept before delete or truncate on work.withdrawal for each statement execute function work.refuse_change();
create trigger withdrawal_is_settled_once before update on work.withdrawal for each row execute function work.refuse_settled();
create trigger document_content_is_not_emptied before truncate on publication.document_content for each statement execute function work.refuse_change();
