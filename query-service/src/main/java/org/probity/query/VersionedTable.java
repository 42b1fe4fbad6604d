package org.probity.query;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table whose rows are never overwritten: a change ends the version that stands and begins another, so that the
 * table can be asked as at any position. A second change at the same position replaces the version of that position.
 *
 * <p>Invariant: of each key exactly one version or none stands at any position. A partial unique index keeps it for
 * the newest, and a version only ever begins where the one before it ends.
 *
 * @param <R> a row: its components are the columns, in snake case
 */
public final class VersionedTable<R extends Record> implements RowMapper<R> {

    private static final String BEGIN = "recorded_from";
    private static final String END = "recorded_until";

    private final ReadTables tables;
    private final String table;
    private final Constructor<R> constructor;
    private final List<Column> columns;
    private final List<Column> key;

    private final String end;
    private final String endVersion;
    private final String dropVersion;
    private final String insert;
    private final String select;

    VersionedTable(ReadTables tables, JsonMapper mapper, String table, Class<R> row, String... keyComponents) {
        this.tables = tables;
        this.table = "read." + table;
        columns = Stream.of(row.getRecordComponents())
                .map(component -> Column.of(component, mapper))
                .toList();
        List<String> keyNames = Stream.of(keyComponents).map(Column::snake).toList();
        key = keyNames.stream()
                .map(name -> columns.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        try {
            constructor = row.getDeclaredConstructor(Stream.of(row.getRecordComponents())
                    .map(component -> component.getType())
                    .toArray(Class[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has its canonical constructor", e);
        }
        end = keyNames.stream().map(name -> name + " = ?").collect(joining(" and ")) + " and " + END + " is null";
        endVersion = "update %s set %s = ? where %s and %s < ?".formatted(this.table, END, end, BEGIN);
        dropVersion = "delete from %s where %s and %s = ?".formatted(this.table, end, BEGIN);
        insert = "insert into %s (%s, %s) values (%s, ?) on conflict (%s, %s) do update set %s"
                .formatted(
                        this.table,
                        columns.stream().map(Column::name).collect(joining(", ")),
                        BEGIN,
                        columns.stream().map(Column::placeholder).collect(joining(", ")),
                        String.join(", ", keyNames),
                        BEGIN,
                        Stream.concat(
                                        columns.stream()
                                                .map(Column::name)
                                                .filter(name -> !keyNames.contains(name))
                                                .map(name -> name + " = excluded." + name),
                                        Stream.of(END + " = null"))
                                .collect(joining(", ")));
        select = "select %s from %s where "
                .formatted(columns.stream().map(Column::name).collect(joining(", ")), this.table);
    }

    /** From a position on, the row of this key stands as given. */
    public void put(long position, R row) {
        Object[] keyOfRow = key.stream().map(column -> column.of(row)).toArray();
        bind(tables.sql(endVersion).param(position), keyOfRow).param(position).update();
        JdbcClient.StatementSpec statement = tables.sql(insert);
        for (Column column : columns) {
            statement = statement.param(column.of(row));
        }
        statement.param(position).update();
    }

    /** From a position on, there is no row of this key. */
    public void remove(long position, Object... keyOfRow) {
        bind(tables.sql(dropVersion), keyOfRow).param(position).update();
        bind(tables.sql(endVersion).param(position), keyOfRow).param(position).update();
    }

    /** The newest version of the row of a key. */
    public Optional<R> current(Object... keyOfRow) {
        return bind(tables.sql(select + end), keyOfRow).query(this).optional();
    }

    /**
     * The newest versions of the rows that meet a condition.
     *
     * @param condition SQL with {@code ?} for each value
     */
    public List<R> currentWhere(String condition, Object... values) {
        return bind(tables.sql(select + "%s is null and (%s) order by %s".formatted(END, condition, BEGIN)), values)
                .query(this)
                .list();
    }

    /** The row of a key as it stood at a position. */
    public Optional<R> at(long position, Object... keyOfRow) {
        String condition = key.stream().map(column -> column.name() + " = ?").collect(joining(" and "));
        return where(position, condition, keyOfRow).stream().findFirst();
    }

    /** Every row as it stood at a position, in the order in which the versions were recorded. */
    public List<R> all(long position) {
        return where(position, "true");
    }

    /**
     * The rows that met a condition at a position, in the order in which the versions were recorded unless the
     * condition ends in {@code order by}.
     *
     * @param condition SQL with {@code ?} for each value
     */
    public List<R> where(long position, String condition, Object... values) {
        String order = condition.contains("order by") ? "" : " order by " + BEGIN;
        return bind(
                        tables.sql(select + "valid @> ?::bigint and " + condition + order)
                                .param(position),
                        values)
                .query(this)
                .list();
    }

    /**
     * Every version that met a condition and stood at some position of a range, in the order in which they were recorded.
     *
     * @param from the first position of the range
     * @param until the last one
     */
    public List<R> during(long from, long until, String condition, Object... values) {
        String range = "valid && int8range(?, ?, '[]') and (%s) order by %s".formatted(condition, BEGIN);
        return bind(tables.sql(select + range).param(from).param(until), values)
                .query(this)
                .list();
    }

    /** The position from which on there was a row of a key; empty if there never was. */
    public Optional<Long> since(Object... keyOfRow) {
        String condition = key.stream().map(column -> column.name() + " = ?").collect(joining(" and "));
        return bind(tables.sql("select min(%s) from %s where %s".formatted(BEGIN, table, condition)), keyOfRow)
                .query(Long.class)
                .optional();
    }

    /**
     * Blanks columns in every version of the rows that meet a condition: with {@link #fill}, the one change that reaches
     * back, because a replay without the key of an erased person would read nothing there either.
     */
    public void blank(List<String> components, String condition, Object... values) {
        String cleared =
                components.stream().map(name -> Column.snake(name) + " = null").collect(joining(", "));
        bind(tables.sql("update %s set %s where %s".formatted(table, cleared, condition)), values)
                .update();
    }

    /** Sets a column in every version of the rows that meet a condition: what stays public of an erased person. */
    public void fill(String component, Object value, String condition, Object... values) {
        bind(
                        tables.sql("update %s set %s = ? where %s".formatted(table, Column.snake(component), condition))
                                .param(value),
                        values)
                .update();
    }

    @Override
    public R mapRow(ResultSet result, int rowNumber) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(result);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A row of " + table + " has a form that its record refuses", e);
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, @Nullable Object[] values) {
        return Arrays.stream(values)
                .map(Column::toSql)
                .reduce(statement, JdbcClient.StatementSpec::param, (one, other) -> other);
    }
}
