package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.Overlap;
import io.baton.persistence.schema.DefaultSchema;
import io.baton.persistence.schema.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** {@code docs/tables.md} holds every table and column, the defaults of jobs, and statements that work as it says. */
final class TablesPageTest {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## `(\\w+)`: (.*?)(?=^## |\\z)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|(?: ([^|]*) \\|)?");
    private static final Pattern SQL = Pattern.compile("(?ms)^```sql\\n(.*?)^```");

    private final String page = page();

    @Test
    void every_table_has_its_columns_in_their_order() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        sections()
                .forEach((table, text) -> told.put(
                        table,
                        ROW.matcher(text).results().map(row -> row.group(1)).toList()));
        Map<String, List<String>> real = new LinkedHashMap<>();
        DefaultSchema.DEFAULT_SCHEMA
                .getTables()
                .forEach(table -> real.put(
                        table.getName(), table.fieldStream().map(Field::getName).toList()));

        assertThat(told).isEqualTo(real).hasSizeGreaterThan(5);
    }

    @Test
    void the_defaults_of_a_job_are_those_of_the_table() {
        List<String> told = ROW.matcher(sections().getOrDefault("job", ""))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(Tables.JOB
                        .fieldStream()
                        .map(column -> column.getName() + " " + ifLeftOut(column))
                        .toList());
    }

    @Test
    void the_columns_of_versions_are_those_of_jobs() {
        assertThat(names(Tables.JOB_VERSION)).isEqualTo(names(Tables.JOB));
    }

    @Test
    void the_statements_of_the_page_do_what_it_says() {
        TestDatabase test = TestDatabase.h2();
        List<String> statements = SQL.matcher(page)
                .results()
                .flatMap(block -> Stream.of(block.group(1).split(";\\s*")))
                .toList();
        try (Database database = Database.open(test.settings())) {
            test.sql(statements.get(0), statements.get(1));
            List<Job> inserted = jobs(database);
            test.sql(statements.get(2), statements.get(3));
            List<Job> changed = jobs(database);
            test.sql(statements.subList(4, statements.size()).toArray(String[]::new));

            assertThat(inserted)
                    .extracting(job -> job.key().toString())
                    .containsExactly("SALES.import", "SALES.report");
            assertThat(inserted).extracting(job -> job.rules().overlap()).containsExactly(Overlap.QUEUE, Overlap.ALLOW);
            assertThat(changed).extracting(Job::version).containsExactly(2L, 2L);
            assertThat(changed).extracting(Job::enabled).containsExactly(false, true);
            assertThat(jobs(database)).isEmpty();
        }
    }

    private static List<Job> jobs(Database database) {
        return database.jobs().all().jobs().stream()
                .sorted(Comparator.comparing(Job::key))
                .toList();
    }

    private Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        SECTION.matcher(page).results().forEach(found -> sections.put(found.group(1), found.group(2)));
        return sections;
    }

    private static String ifLeftOut(Field<?> column) {
        Field<?> value = column.getDataType().defaultValue();
        if (value != null) {
            return "`" + value + "`";
        }
        return column.getDataType().nullable() ? "NULL" : "required";
    }

    private static List<String> names(Table<?> table) {
        return table.fieldStream().map(Field::getName).toList();
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "tables.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
