package io.baton.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DueIndexTest {
    private record Thing(String name, int number, Instant due) {}

    private final DueIndex<String, Thing> index = new DueIndex<>(Thing::name, Thing::due);

    @Test
    void what_is_due_is_taken_earliest_first_and_once() {
        put("b", 20);
        put("a", 10);
        put("c", 30);

        assertThat(index.take(at(9))).isEmpty();
        assertThat(taken(20)).containsExactly("a", "b");
        assertThat(taken(20)).isEmpty();
        assertThat(index.size()).isEqualTo(1);
        assertThat(taken(30)).containsExactly("c");
    }

    @Test
    void what_is_put_again_waits_for_its_new_instant_be_it_later_or_earlier() {
        put("a", 10);
        put("a", 30);
        put("b", 40);
        put("b", 5);

        assertThat(taken(20)).containsExactly("b");
        assertThat(index.find("a")).map(Thing::due).contains(at(30));
        assertThat(taken(50)).containsExactly("a");
        assertThat(index.size()).isZero();
    }

    @Test
    void what_is_put_again_just_as_it_was_is_taken_once() {
        put("a", 10);
        put("a", 10);

        assertThat(taken(10)).containsExactly("a");
    }

    @Test
    void what_is_removed_is_not_taken() {
        put("a", 10);
        put("b", 10);

        assertThat(index.remove("a")).map(Thing::name).contains("a");
        assertThat(index.remove("a")).isEmpty();
        assertThat(index.all()).extracting(Thing::name).containsExactly("b");
        assertThat(taken(10)).containsExactly("b");
    }

    @Test
    void a_thing_removed_and_put_again_waits_for_the_later_instant_only() {
        put("a", 10);
        index.remove("a");
        put("a", 20);

        assertThat(taken(15)).isEmpty();
        assertThat(taken(20)).containsExactly("a");
    }

    @Test
    void things_put_again_and_again_do_not_let_it_grow() {
        for (int i = 0; i < 100_000; i++) {
            put("n" + i % 100, 1_000 + i);
        }

        assertThat(index.size()).isEqualTo(100);
        assertThat(index.entries()).isLessThan(1_300);
        assertThat(taken(200_000)).hasSize(100);
    }

    @Test
    void whatever_the_order_of_calls_it_is_a_map_whose_earliest_is_taken() {
        Random random = new Random(7);
        Map<String, Thing> model = new HashMap<>();
        for (int step = 0; step < 50_000; step++) {
            String name = "n" + random.nextInt(50);
            switch (random.nextInt(3)) {
                case 0 -> assertThat(index.remove(name)).isEqualTo(Optional.ofNullable(model.remove(name)));
                case 1 -> {
                    Thing thing = new Thing(name, step, at(random.nextInt(1_000)));
                    index.put(thing);
                    model.put(name, thing);
                }
                default -> {
                    Instant until = at(random.nextInt(1_000));
                    Optional<Instant> earliest = model.values().stream()
                            .map(Thing::due)
                            .filter(due -> !due.isAfter(until))
                            .min(Comparator.naturalOrder());
                    Optional<Thing> taken = index.take(until);
                    assertThat(taken.map(Thing::due)).isEqualTo(earliest);
                    taken.ifPresent(one -> assertThat(model.remove(one.name())).isEqualTo(one));
                }
            }
        }
        assertThat(index.all()).containsExactlyInAnyOrderElementsOf(model.values());
    }

    private void put(String name, int second) {
        index.put(new Thing(name, 0, at(second)));
    }

    private List<String> taken(int second) {
        List<String> names = new ArrayList<>();
        for (Optional<Thing> one = index.take(at(second)); one.isPresent(); one = index.take(at(second))) {
            names.add(one.get().name());
        }
        return names;
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
