# Run by the image of PostgreSQL when its volume is empty. Makes the logins of docs/operations.md, of which none is a superuser.
psql --username postgres --dbname postgres -v ON_ERROR_STOP=1 \
  -v owner="$OWNER_PASSWORD" -v work="$WORK_PASSWORD" -v site="$SITE_PASSWORD" <<'SQL'
create role qadam_owner login createrole createdb password :'owner';
create database qadam owner qadam_owner;
create role qadam_work login noinherit password :'work';
create role qadam_site login noinherit password :'site';
SQL
