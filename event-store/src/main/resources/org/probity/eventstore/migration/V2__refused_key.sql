-- The idempotency keys of commands whose refusal is in the log already and was only counted again: what they were used
-- for, and the refusal that answers them.
create table log.refused_key (
    key         uuid   constraint refused_key_once primary key,
    fingerprint text   not null,
    position    bigint not null references log.event (position)
);
create trigger refused_key_append_only before update or delete on log.refused_key
    for each row execute function log.refuse_change();
create trigger refused_key_no_truncate before truncate on log.refused_key
    for each statement execute function log.refuse_change();

-- A key has one outcome, so it stands in one of the two tables. Whoever stores a key holds its lock until the commit and
-- then looks into the other table; a statement within a function sees what was committed before it, so of two who come
-- with one key at the same moment the second sees the first.
create function log.key_is_free() returns trigger language plpgsql as $$
declare
    taken boolean;
begin
    if tg_table_name = 'event' then
        perform pg_advisory_xact_lock(hashtextextended(new.command_key::text, 0));
        select exists (select from log.refused_key where key = new.command_key) into taken;
    else
        perform pg_advisory_xact_lock(hashtextextended(new.key::text, 0));
        select exists (select from log.event where command_key = new.key) into taken;
    end if;
    if taken then
        raise unique_violation using constraint = 'event_command_key', message = 'the key has an outcome already';
    end if;
    return new;
end $$;
create trigger event_key_is_free before insert on log.event
    for each row when (new.command_key is not null) execute function log.key_is_free();
create trigger refused_key_is_free before insert on log.refused_key
    for each row execute function log.key_is_free();

create or replace function log.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end $$;
