package io.baton.persistence.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.contracts.what.ResultSpoolContract;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.ResultSpool;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileResultSpoolTest extends ResultSpoolContract {
    private static final Incarnation ANNA = Incarnation.parse("anna/a1");

    @TempDir
    private Path parent;

    @Override
    protected Machine machine() {
        List<FileResultSpool> opened = new ArrayList<>();
        return new Machine() {
            @Override
            public ResultSpool process() {
                FileResultSpool spool = spool();
                opened.add(spool);
                return spool;
            }

            @Override
            public void kill(ResultSpool process) {
                end((FileResultSpool) process);
            }

            @Override
            public void close() {
                opened.forEach(FileResultSpoolTest::end);
            }
        };
    }

    /** Neither the folder nor its parent is there at first. */
    private Path folder() {
        return parent.resolve("data").resolve("spool");
    }

    private FileResultSpool spool() {
        return new FileResultSpool(folder(), "demo");
    }

    private static void end(FileResultSpool process) {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Finish ended(int number) {
        return new Finish(TaskId.parse("DEMO.job@" + number), 2, ANNA, Ending.of(Outcome.SUCCEEDED), Optional.empty());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.toList();
        }
    }

    @Test
    void nothing_is_made_before_the_first_end_and_no_file_stays_behind_the_last() throws IOException {
        FileResultSpool anna = spool();
        assertThat(anna.leftBehind().ends()).isEmpty();
        anna.forget(List.of(ended(1)));
        assertThat(folder().getParent()).doesNotExist();

        anna.keep(List.of(ended(1), ended(2)));
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.getFileName()).hasToString("demo~anna~a1~1.spool"));
        anna.forget(List.of(ended(1), ended(2)));

        assertThat(files()).isEmpty();
    }

    @Test
    void no_file_stays_of_what_was_left_behind_and_forgotten() throws IOException {
        FileResultSpool anna = spool();
        anna.keep(List.of(ended(1)));
        end(anna);
        FileResultSpool next = spool();

        next.forget(next.leftBehind().ends());

        assertThat(files()).isEmpty();
    }

    @Test
    void R7_a_line_that_a_crash_cut_off_harms_no_other_and_is_told_once() throws IOException {
        FileResultSpool anna = spool();
        anna.keep(List.of(ended(1), ended(2)));
        end(anna);
        Path file = files().get(0);
        String torn = SpoolLine.kept(ended(3)).text();
        Files.writeString(file, "\n" + torn.substring(0, torn.length() / 2), StandardOpenOption.APPEND);
        FileResultSpool next = spool();

        ResultSpool.LeftBehind left = next.leftBehind();

        assertThat(left.ends()).containsExactly(ended(1), ended(2));
        assertThat(left.unreadable())
                .singleElement()
                .asString()
                .startsWith("demo~anna~a1~1.spool line 5: it is cut off");
        assertThat(next.leftBehind()).isEqualTo(new ResultSpool.LeftBehind(left.ends(), List.of()));
        next.forget(left.ends());
        assertThat(files()).isEmpty();
    }

    @Test
    void R7_what_stands_behind_a_cut_off_line_is_read() throws IOException {
        Files.createDirectories(folder());
        Path file = folder().resolve("demo~anna~a1~1.spool");
        Files.writeString(
                file,
                "\n{\"task\":\"DEMO.job@\n\u0000\u0000\n{\"fence\":1}\n[]\n{} {}\n"
                        + SpoolLine.kept(ended(3)).text());
        FileResultSpool next = spool();

        ResultSpool.LeftBehind left = next.leftBehind();

        assertThat(left.ends()).containsExactly(ended(3));
        assertThat(left.unreadable()).hasSize(5);
        end(next);
    }

    @Test
    void fields_of_a_later_version_are_no_harm() {
        String line = SpoolLine.kept(ended(3)).text();

        SpoolLine read = SpoolLine.parse(line.substring(0, line.length() - 1) + ",\"new\":{\"a\":[1]},\"other\":null}");

        assertThat(read).isEqualTo(SpoolLine.kept(ended(3)));
    }

    @Test
    void files_of_other_clusters_and_other_files_are_left_alone() throws IOException {
        FileResultSpool other = new FileResultSpool(folder(), "demo-2");
        other.keep(List.of(ended(1)));
        end(other);
        Files.writeString(folder().resolve("demo~notes.txt"), "mine");

        assertThat(spool().leftBehind()).isEqualTo(ResultSpool.LeftBehind.NOTHING);

        assertThat(files()).hasSize(2);
    }

    @Test
    void R8_a_folder_that_cannot_be_made_is_told_with_its_name() throws IOException {
        Files.writeString(parent.resolve("data"), "a file stands where the folder should");

        assertThatThrownBy(() -> spool().keep(List.of(ended(1))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("ResultSpool: keep of 1 ends in " + folder());
        assertThat(spool().leftBehind()).isEqualTo(ResultSpool.LeftBehind.NOTHING);
    }

    @Test
    void R8_after_a_failure_ends_are_kept_again() throws IOException {
        Path obstacle = Files.writeString(parent.resolve("data"), "");
        FileResultSpool anna = spool();
        assertThatThrownBy(() -> anna.keep(List.of(ended(1)))).isInstanceOf(StoreException.class);
        Files.delete(obstacle);

        anna.keep(List.of(ended(2)));
        end(anna);

        FileResultSpool next = spool();
        assertThat(next.leftBehind().ends()).containsExactly(ended(2));
        end(next);
    }
}
