-- Two who share a seat have the same place. Nobody did before; a rebuild names their places the same.
alter table board_member add place text;
update board_member set place = person || '/' || to_char(term_from, 'YYYY-MM-DD');
alter table board_member alter place set not null;

-- How often a board reports, from its report of this number on.
create table board_reporting_cycle (
    board     uuid not null,
    first     int  not null,
    months    int  not null,
    first_due date not null
);
call keep_versions('board_reporting_cycle', 'board, first');

-- What a board reported, and that it was received.
create table board_report (
    board      uuid  not null,
    report     int   not null,
    due        date  not null,
    term_from  date  not null,
    term_until date,
    submitted  date  not null,
    documents  jsonb not null,
    summary    text  not null,
    matters    jsonb not null,
    received   date,
    meeting    uuid,
    note       text
);
call keep_versions('board_report', 'board, report');

-- Rule packs of before did not say how far ahead the service warns of what ends, which was 90 days, and asked nothing of
-- a quorum.
update rule_pack set pack = pack || '{"warningDays": 90, "statutoryQuorum":
    {"quorum": {"numerator": 1, "denominator": 1000}, "officers": 0, "nonOfficers": 0}}';
