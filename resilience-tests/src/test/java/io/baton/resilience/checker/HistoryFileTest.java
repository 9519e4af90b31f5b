package io.baton.resilience.checker;

import static io.baton.resilience.checker.Told.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void what_was_written_is_read_again() throws IOException {
        History history = Told.ofJob(true, true, 3)
                .ran(TASK, 10_000, 11_000, 2)
                .fault(60_000)
                .did(Kind.NOTE, "tab\there", 1, 2, "line\nand \\n and \\")
                .history();
        Path file = folder.resolve("one.history");

        HistoryFile.write(file, history);

        assertThat(HistoryFile.read(file)).isEqualTo(history);
    }

    @Test
    void a_broken_line_is_named() {
        assertThatThrownBy(() -> HistoryFile.parse(List.of("# x", "event\t12\tSTARTED")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void a_file_is_checked_again_off_line_and_a_picture_lies_beside_it() throws IOException {
        Path good = folder.resolve("good");
        Path bad = folder.resolve("bad");
        HistoryFile.write(good, Told.plain().ran(TASK, 10_000, 11_000, 2).history());
        HistoryFile.write(bad, Told.plain().history());
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        boolean goodHeld = CheckHistory.check(new PrintStream(said, true, StandardCharsets.UTF_8), good.toString());
        boolean badHeld = CheckHistory.check(new PrintStream(said, true, StandardCharsets.UTF_8), bad.toString());

        assertThat(goodHeld).isTrue();
        assertThat(badHeld).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("all rules held", "P3-nothing-lost: G.a@10000");
        assertThat(Files.readString(Path.of(good + ".html"))).contains("<svg", "fill=\"#0a3069\"", TASK);
        assertThat(Files.readString(Path.of(bad + ".html"))).contains("<circle");
    }

    @Test
    void the_verdict_counts_what_it_saw() {
        Verdict verdict = Checker.check(
                Told.plain().ran(TASK, 10_050, 11_000, 2).fault(60_000).history());

        assertThat(verdict.counts().of(Kind.BEGUN)).isEqualTo(1);
        assertThat(verdict.counts().outcomes()).containsEntry("SUCCEEDED", 1);
        assertThat(verdict.counts().faults()).containsEntry("redis-wiped", 1);
        assertThat(verdict.lateness().most()).isEqualTo(50);
    }
}
