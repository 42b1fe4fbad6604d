create table rule_pack (
    body    text  not null,
    version text  not null,
    begins  date  not null,
    pack    jsonb not null
);
call keep_versions('rule_pack', 'body, version');

create table aims (
    body text  not null,
    aims jsonb not null
);
call keep_versions('aims', 'body');
