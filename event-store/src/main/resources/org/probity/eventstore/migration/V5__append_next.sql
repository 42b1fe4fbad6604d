-- The end of the log is its last row, and nothing else says so: what had to be kept in step with it, at the cost of a
-- second write for each append, is gone. Keys of every kind have one table, whose primary key gives each one outcome.

-- A node of the version before may still append: it waits, and then finds its functions gone, instead of storing a key that
-- the copy below has missed. In the order in which its appends lock.
lock table log.head, log.event, log.refused_key in access exclusive mode;

create table log.outcome (
    key         uuid   not null constraint outcome_of_key primary key,
    fingerprint text   not null,
    -- The first event of the command, or the refusal that answers it.
    position    bigint not null,
    events      int    not null
);
insert into log.outcome
select command_key, command_fingerprint, position, command_events from log.event where command_key is not null
union all
select key, fingerprint, position, 1 from log.refused_key;
create trigger outcome_append_only before update or delete on log.outcome
    for each row execute function log.refuse_change();
create trigger outcome_no_truncate before truncate on log.outcome
    for each statement execute function log.refuse_change();

drop function log.keep_refused(uuid, text, bigint);
drop function log.append_one(timestamptz, uuid, text, text, bigint, text, text, text, text, uuid, text);
drop function log.append(boolean, timestamptz, timestamptz, int[], boolean[], uuid[], text[], text[], bigint[], text[],
                         text[], text[], text[], uuid[], text[], int[]);
drop table log.refused_key;
alter table log.event drop column command_key, drop column command_fingerprint, drop column command_events;

create table log.kind (
    one     boolean primary key default true check (one),
    example boolean not null
);
insert into log.kind (example) select example from log.head;
drop table log.head;
create view log.head as
select coalesce(e.position, 0) as position, coalesce(e.recorded_at, 'epoch') as recorded_at, k.example
  from log.kind k
       left join lateral (select l.position, l.recorded_at from log.event l order by l.position desc limit 1) e on true;

-- The advisory lock of those who append: shared for one event at a place that the writer knows to be the next, exclusive
-- for everything else.
create function log.turn() returns bigint language sql immutable parallel safe return 5783104201;

-- Appends the events of many units of work at once: each unit whole or not at all, whatever becomes of the others.
--
-- It waits for its turn first and has it until the commit, so nobody else appends meanwhile, and every statement after
-- that sees all that was appended before. What a unit would violate is therefore looked up before it is inserted, and no
-- insert ever fails: no gap, no dead row, no second round for those who are innocent.
--
-- All arrays but the last three results have one element an event. The events of a unit stand together; no two units of
-- a call touch the same place of a stream or carry the same key.
--
--   starts       makes an empty log an example log; without effect, and base null, if the log is not empty
--   clock_to     the time of an example log
--   clock_now    the time of any other
--   unit         number of the unit, from 1
--   first        whether it is the unit's first event of its stream; only these are looked up, the others follow
--   base         position before the first event that was inserted
--   recorded_at  the time of those that were
--   example      whether it is an example log
--   refused      numbers of the units that were not inserted, in order
--   reasons      why, for each: 'stored' (the very same events are in the log: it was sent before), 'key' (its
--                idempotency key is taken), 'stream' (a stream has moved on)
--   positions, times    for each that is stored: where and when its first event is recorded
create function log.append(
    starts boolean, clock_to timestamptz, clock_now timestamptz,
    unit int[], first boolean[], event_id uuid[], subject_type text[], subject text[], sequence bigint[],
    type text[], revision text[], payload text[], metadata text[],
    command_key uuid[], command_fingerprint text[], command_events int[],
    out base bigint, out recorded_at timestamptz, out example boolean,
    out refused int[], out reasons text[], out positions bigint[], out times timestamptz[]
) language plpgsql as $$
#variable_conflict use_column
begin
    perform pg_advisory_xact_lock(log.turn());
    select h.position, h.recorded_at, h.example or append.starts
      into append.base, append.recorded_at, append.example
      from log.head h;
    if append.starts then
        if append.base > 0 then
            append.base := null;
            return;
        end if;
        update log.kind set example = true;
    end if;
    append.recorded_at := greatest(append.recorded_at,
                                   case when append.example then append.clock_to else append.clock_now end);

    -- "limit 1" keeps the planner from ever reading the log instead of looking into its indexes.
    select array_agg(met.unit), array_agg(met.reason), array_agg(met.position), array_agg(met.recorded_at)
      into append.refused, append.reasons, append.positions, append.times
      from (select distinct on (unit) unit, reason, position, recorded_at
              from (select e.unit, case when x.event_id = e.event_id then 'stored' else 'stream' end as reason,
                           case when x.event_id = e.event_id then 1 else 3 end as rank, x.position, x.recorded_at
                      from unnest(append.unit, append.first, append.event_id, append.subject, append.sequence)
                           as e (unit, first, event_id, subject, sequence)
                           cross join lateral (select l.event_id, l.position, l.recorded_at from log.event l
                                                where l.subject = e.subject and l.sequence = e.sequence limit 1) x
                     where e.first
                    union all
                    select e.unit, 'key', 2, x.position, null
                      from unnest(append.unit, append.command_key) as e (unit, command_key)
                           cross join lateral (select o.position from log.outcome o
                                                where o.key = e.command_key limit 1) x
                     where e.command_key is not null) violations
             order by unit, rank, position) met;

    with placed as (
        select append.base + row_number() over (order by e.place) as position, e.*
          from unnest(append.unit, append.event_id, append.subject_type, append.subject, append.sequence, append.type,
                      append.revision, append.payload, append.metadata,
                      append.command_key, append.command_fingerprint, append.command_events)
               with ordinality
               as e (unit, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                     command_key, command_fingerprint, command_events, place)
         where append.refused is null or e.unit <> all (append.refused)
    ), kept as (
        insert into log.outcome (key, fingerprint, position, events)
        select command_key, command_fingerprint, position, command_events from placed where command_key is not null
    )
    insert into log.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                           recorded_at)
    select position, event_id, subject_type, subject, sequence, type, revision, payload, metadata, append.recorded_at
      from placed;
end $$;
