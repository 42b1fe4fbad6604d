-- What an append costs is above all its indexes. Nothing asks for an event by its id: an append that was sent before is
-- found by its place in its stream, and then the ids are compared. And times follow positions, so that a time is found as
-- one finds a word in a dictionary.
drop index log.event_recorded_at;
alter table log.event drop constraint event_id;

-- The last position recorded at or before a moment; 0 if there is none.
create function log.position_at(moment timestamptz) returns bigint language plpgsql stable as $$
declare
    -- What is at or before the moment reaches at least to "low", and not beyond "high".
    low    bigint := 0;
    high   bigint := (select h.position from log.head h);
    middle bigint;
begin
    while low < high loop
        middle := (low + high + 1) / 2;
        if (select e.recorded_at <= position_at.moment from log.event e where e.position = middle) then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end $$;
