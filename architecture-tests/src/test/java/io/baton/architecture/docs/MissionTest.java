package io.baton.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.architecture.docs.NamedTests.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/mission.md}: each row of the mission, the classes that do it, the tests that hold it. */
final class MissionTest {
    /** How many points each chapter of the mission has, M1 to M8. */
    private static final List<Integer> POINTS = List.of(3, 4, 3, 3, 3, 4, 3, 2);

    private final List<List<String>> rows = Page.of("docs/mission.md").rows().stream()
            .filter(row -> row.get(0).matches("M\\d+\\.\\d+"))
            .toList();

    @Test
    void every_point_of_the_mission_has_its_row() {
        assertThat(rows).extracting(row -> row.get(0)).containsExactlyElementsOf(points());
    }

    @Test
    void no_cell_is_empty() {
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(4).noneMatch(String::isBlank));
    }

    @Test
    void every_row_leads_to_classes() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(new Page("docs/mission.md", row.get(2)).links())
                        .as(row.get(0))
                        .isNotEmpty()
                        .allMatch(link -> link.endsWith(".java")));
    }

    @Test
    void every_row_names_test_methods_and_all_of_them_exist() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(NamedTests.in(row.get(3)))
                        .as(row.get(0))
                        .isNotEmpty()
                        .allMatch(name -> name.method().isPresent())
                        .allMatch(NamedTests::exists));
    }

    @Test
    void what_does_not_exist_is_noticed() {
        Name self = new Name("architecture-tests", "MissionTest", Optional.of("what_does_not_exist_is_noticed"));

        assertThat(NamedTests.exists(self)).isTrue();
        assertThat(NamedTests.exists(new Name("architecture-tests", "MissionTest", Optional.of("points"))))
                .isFalse();
        assertThat(NamedTests.exists(new Name("architecture-tests", "Page", Optional.empty())))
                .isFalse();
        assertThat(NamedTests.exists(new Name("domain", "MissionTest", Optional.empty())))
                .isFalse();
        assertThat(NamedTests.exists(new Name("no-module", "MissionTest", Optional.empty())))
                .isFalse();
    }

    private static List<String> points() {
        return IntStream.range(0, POINTS.size())
                .boxed()
                .flatMap(chapter -> IntStream.rangeClosed(1, POINTS.get(chapter))
                        .mapToObj(point -> "M" + (chapter + 1) + "." + point))
                .flatMap(Stream::of)
                .toList();
    }
}
