-- A key has one outcome, so it stands in one of two tables. Both are written under the lock of the head row from now on,
-- which makes the triggers that looked into the other table needless.
drop trigger event_key_is_free on log.event;
drop trigger refused_key_is_free on log.refused_key;
drop function log.key_is_free();

-- Appends the events of many units of work at once: each unit whole or not at all, whatever becomes of the others.
--
-- The update of the head row comes first and holds its lock until the commit, so appends run one after the other, and
-- every statement after it sees all that was appended before. What a unit would violate is therefore looked up before
-- it is inserted, and no insert ever fails: no gap, no dead row, no second round for those who are innocent.
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
--   refused      numbers of the units that were not inserted, in order
--   reasons      why, for each: 'stored' (the very same events are in the log: it was sent before), 'key' (its
--                idempotency key is taken), 'stream' (a stream has moved on)
--   positions, times    for each: where and when the first event it met is recorded
create function log.append(
    starts boolean, clock_to timestamptz, clock_now timestamptz,
    unit int[], first boolean[], event_id uuid[], subject_type text[], subject text[], sequence bigint[],
    type text[], revision text[], payload text[], metadata text[],
    command_key uuid[], command_fingerprint text[], command_events int[],
    out base bigint, out recorded_at timestamptz,
    out refused int[], out reasons text[], out positions bigint[], out times timestamptz[]
) language plpgsql as $$
#variable_conflict use_column
declare
    n int := cardinality(append.unit);
    inserted int := n;
begin
    update log.head h
       set position = h.position + n,
           example = h.example or append.starts,
           recorded_at = greatest(h.recorded_at, case when h.example or append.starts then append.clock_to
                                                      else append.clock_now end)
     where not append.starts or h.position = 0
    returning h.position - n, h.recorded_at into append.base, append.recorded_at;
    if not found then
        return;
    end if;

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
                    select e.unit, 'key', 2, x.position, x.recorded_at
                      from unnest(append.unit, append.command_key) as e (unit, command_key)
                           cross join lateral (select l.position, l.recorded_at from log.event l
                                                where l.command_key = e.command_key limit 1) x
                     where e.command_key is not null
                    union all
                    select e.unit, 'key', 2, r.position, append.recorded_at
                      from unnest(append.unit, append.command_key) as e (unit, command_key)
                           cross join lateral (select k.position from log.refused_key k
                                                where k.key = e.command_key limit 1) r
                     where e.command_key is not null) violations
             order by unit, rank, position) met;

    insert into log.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                           recorded_at, command_key, command_fingerprint, command_events)
    select append.base + row_number() over (order by e.place),
           e.event_id, e.subject_type, e.subject, e.sequence, e.type, e.revision, e.payload, e.metadata,
           append.recorded_at, e.command_key, e.command_fingerprint, e.command_events
      from unnest(append.unit, append.event_id, append.subject_type, append.subject, append.sequence, append.type,
                  append.revision, append.payload, append.metadata,
                  append.command_key, append.command_fingerprint, append.command_events)
           with ordinality
           as e (unit, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                 command_key, command_fingerprint, command_events, place)
     where append.refused is null or e.unit <> all (append.refused);

    if append.refused is not null then
        get diagnostics inserted = row_count;
        update log.head h
           set position = append.base + inserted,
               recorded_at = case when inserted > 0 then h.recorded_at
                                  else coalesce((select l.recorded_at from log.event l
                                                  where l.position = append.base), 'epoch') end;
    end if;
end $$;

-- The same for a single event that moves no clock: its arguments take less to send and to read than arrays of one element
-- do. It looks nothing up; a constraint refuses what must not be, and log.append then says what that is.
create function log.append_one(
    clock_now timestamptz, event_id uuid, subject_type text, subject text, sequence bigint,
    type text, revision text, payload text, metadata text, command_key uuid, command_fingerprint text,
    out base bigint, out recorded_at timestamptz
) language plpgsql as $$
#variable_conflict use_column
begin
    update log.head h
       set position = h.position + 1,
           recorded_at = case when h.example then h.recorded_at else greatest(h.recorded_at, append_one.clock_now) end
    returning h.position - 1, h.recorded_at into append_one.base, append_one.recorded_at;
    insert into log.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                           recorded_at, command_key, command_fingerprint, command_events)
    values (append_one.base + 1, append_one.event_id, append_one.subject_type, append_one.subject, append_one.sequence,
            append_one.type, append_one.revision, append_one.payload, append_one.metadata, append_one.recorded_at,
            append_one.command_key, append_one.command_fingerprint,
            case when append_one.command_key is not null then 1 end);
    if append_one.command_key is not null
            and exists (select from log.refused_key k where k.key = append_one.command_key) then
        raise unique_violation using message = 'the key has an outcome already';
    end if;
end $$;

-- Keeps the key of a command whose refusal is in the log already, at a position; false if the key has an outcome.
create function log.keep_refused(key uuid, fingerprint text, refusal bigint) returns boolean language plpgsql as $$
begin
    perform from log.head for update;
    if exists (select from log.event l where l.command_key = keep_refused.key)
            or exists (select from log.refused_key k where k.key = keep_refused.key) then
        return false;
    end if;
    insert into log.refused_key values (keep_refused.key, keep_refused.fingerprint, keep_refused.refusal);
    return true;
end $$;
