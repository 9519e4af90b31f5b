package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code Marks}: small facts. */
public abstract class MarksContract extends WhatContract {
    @Test
    void M1_what_was_put_is_found_by_the_other_client_until_something_else_is_put() {
        assertThat(first().marks().get("job-file")).isEmpty();

        first().marks().put("job-file", "one");
        assertThat(second().marks().get("job-file")).contains("one");
        second().marks().put("job-file", "");
        assertThat(first().marks().get("job-file")).contains("");
    }

    @Test
    void M1_the_longest_name_and_value_come_back_whole() {
        String name = "n".repeat(100);
        String value = "ü".repeat(999) + "'";

        first().marks().put(name, value);

        assertThat(second().marks().get(name)).contains(value);
    }

    @Test
    void M1_rivals_that_put_leave_the_value_of_one_of_them() {
        Rivals.run(6, rival -> {
            (rival % 2 == 0 ? first() : second()).marks().put("race", "value " + rival);
            return rival;
        });

        assertThat(first().marks().get("race").orElseThrow()).startsWith("value ");
    }

    @Test
    void M2_names_differ_in_case() {
        first().marks().put("Name", "upper");
        first().marks().put("name", "lower");

        assertThat(second().marks().get("Name")).contains("upper");
        assertThat(second().marks().get("name")).contains("lower");
    }
}
