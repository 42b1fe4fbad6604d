create table campaign (
    id             uuid        not null,
    establishment  uuid        not null,
    body           text        not null,
    name           text        not null,
    specification  text        not null,
    criteria       jsonb       not null,
    timetable      jsonb       not null,
    aims           jsonb       not null,
    rules          jsonb       not null,
    opened         timestamptz not null,
    places         jsonb       not null,
    closing        date        not null,
    advertised     timestamptz,
    ended          timestamptz,
    ending         text,
    ending_reason  text
);
call keep_versions('campaign', 'id');

create table campaign_strand (
    campaign          uuid    not null,
    strand            text    not null,
    posts             int     not null,
    merit             jsonb   not null,
    tie_break_reason  text,
    offers            jsonb   not null,
    reserve           jsonb   not null,
    departs           boolean not null,
    decision_reason   text,
    decided_by        uuid,
    first_decided     timestamptz,
    decided           timestamptz,
    reserve_exhausted boolean not null
);
call keep_versions('campaign_strand', 'campaign, strand');

-- A nominee or candidate; steps are the stages so far with the moment each was recorded.
create table candidacy (
    campaign     uuid    not null,
    person       uuid    not null,
    stage        text    not null,
    steps        jsonb   not null,
    strands      jsonb   not null,
    nominator    uuid,
    statement    text,
    eligible     boolean,
    impartiality text    not null,
    interview    date,
    found        boolean not null,
    total        numeric,
    offer        jsonb,
    reserves     jsonb   not null,
    feedback     jsonb
);
call keep_versions('candidacy', 'campaign, person');

create table panel_seat (
    campaign    uuid    not null,
    person      uuid    not null,
    capacity    text    not null,
    acting      boolean not null,
    has_left    boolean not null,
    recusals    jsonb   not null,
    connections jsonb   not null,
    opened      jsonb   not null
);
call keep_versions('panel_seat', 'campaign, person');

create table scorecard (
    campaign  uuid        not null,
    candidate uuid        not null,
    stage     text        not null,
    assessor  uuid        not null,
    number    int         not null,
    scores    jsonb,
    reason    text,
    submitted timestamptz not null
);
call keep_versions('scorecard', 'campaign, candidate, stage, assessor, number');

create table moderation (
    campaign  uuid        not null,
    candidate uuid        not null,
    stage     text        not null,
    scores    jsonb,
    reason    text,
    moderated timestamptz not null
);
call keep_versions('moderation', 'campaign, candidate, stage');
