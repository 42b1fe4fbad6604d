-- How far each of Axon's event processors has come, shared by both services. A token is written in the transaction of
-- what the processor did, so the table lives in the application's database and not with the log's own connections.
create table axon.token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    primary key (processor_name, segment)
);
