package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.NODE_1;
import static io.baton.contracts.where.Samples.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.queue.DeadLetter;
import org.junit.jupiter.api.Test;

/** The law of {@link io.baton.domain.port.TaskQueue} on messages that were set aside. */
public abstract class DeadLettersContract extends WhereContract {
    private static final int MOST = 10_000;

    private static DeadLetter letter(int n) {
        return new DeadLetter("letter-" + n, "{\"a\": \"打\n\\u0000", "no \"job\" name", NODE_1, SENT.plusSeconds(n));
    }

    @Test
    public void Q7_dead_letters_are_kept_newest_first_as_they_came() {
        first().queue().setAside(letter(1));
        second().queue().setAside(letter(2));
        first().queue().setAside(letter(3));

        assertThat(second().queue().deadLetters(1000)).containsExactly(letter(3), letter(2), letter(1));
        assertThat(second().queue().deadLetters(2)).containsExactly(letter(3), letter(2));
        assertThat(store().another().queue().deadLetters(1)).containsExactly(letter(3));
    }

    @Test
    public void Q7_a_dead_letter_is_removed_once() {
        first().queue().setAside(letter(1));
        first().queue().setAside(letter(2));

        assertThat(second().queue().removeDeadLetter("letter-1")).isTrue();
        assertThat(first().queue().removeDeadLetter("letter-1")).isFalse();
        assertThat(first().queue().removeDeadLetter("LETTER-2")).isFalse();
        assertThat(first().queue().deadLetters(10)).containsExactly(letter(2));
    }

    @Test
    public void Q7_the_oldest_dead_letters_give_way_to_the_newest() {
        for (int n = 0; n < MOST + 5; n++) {
            first().queue().setAside(letter(n));
        }

        assertThat(second().queue().deadLetters(1)).containsExactly(letter(MOST + 4));
        assertThat(second().queue().removeDeadLetter("letter-4")).isFalse();
        assertThat(second().queue().removeDeadLetter("letter-5")).isTrue();
    }
}
