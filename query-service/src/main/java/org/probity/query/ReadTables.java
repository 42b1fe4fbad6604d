package org.probity.query;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of one generation of the read side. SQL calls their schema {@code read}; which generation that is, is
 * decided here and nowhere else. Statements join the transaction that is under way.
 */
@Component
public class ReadTables {

    private static final Pattern SCHEMA = Pattern.compile("\\bread\\.");

    private final JdbcClient jdbc;
    private final String schema;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** Brings the schema up to date, so that whoever holds this may use its tables. */
    ReadTables(DataSource dataSource, ReadProperties properties) {
        schema = "read_" + properties.generation();
        jdbc = JdbcClient.create(dataSource);
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .locations("classpath:org/probity/query/migration")
                .load()
                .migrate();
    }

    /** A statement in which {@code read.} stands for the schema. */
    public JdbcClient.StatementSpec sql(String text) {
        return jdbc.sql(SCHEMA.matcher(text).replaceAll(schema + "."));
    }

    /**
     * A table that keeps every version of its rows.
     *
     * @param row its columns, as components in camel case
     * @param key the components that identify a row
     */
    public <R extends Record> VersionedTable<R> versioned(String table, Class<R> row, String... key) {
        return new VersionedTable<>(this, mapper, table, row, key);
    }

    /** The name of the schema, such as {@code read_1}. */
    String schema() {
        return schema;
    }
}
