-- The log. One row an event; the head row orders the writers (see EventLog for the invariants).
create table log.head (
    one         boolean primary key default true check (one),
    position    bigint      not null,
    recorded_at timestamptz not null,
    example     boolean     not null
);
insert into log.head (position, recorded_at, example) values (0, 'epoch', false);

create table log.event (
    position            bigint      not null constraint event_position primary key,
    event_id            uuid        not null constraint event_id unique,
    subject_type        text        not null,
    subject             text        not null,
    sequence            bigint      not null,
    type                text        not null,
    revision            text        not null,
    payload             text        not null,
    metadata            text        not null,
    recorded_at         timestamptz not null,
    -- The idempotency key stands with the first event of its command, outside what is ever hashed.
    command_key         uuid,
    command_fingerprint text,
    command_events      int,
    constraint event_stream unique (subject, sequence),
    constraint event_key_whole check (num_nulls(command_key, command_fingerprint, command_events) in (0, 3))
);
create unique index event_command_key on log.event (command_key) where command_key is not null;
create index event_recorded_at on log.event (recorded_at, position);

-- What is recorded stays recorded: not even the application's own role changes a row by mistake.
create function log.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'log.event is append-only';
end $$;
create trigger event_append_only before update or delete on log.event
    for each row execute function log.refuse_change();
create trigger event_no_truncate before truncate on log.event
    for each statement execute function log.refuse_change();
