package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnpackedBinariesTest {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path cache = TARGET.resolve("unpacked-binaries");
    private final AtomicInteger unpackings = new AtomicInteger();

    @BeforeEach
    @AfterEach
    void deleteWhatWasUnpacked() throws IOException {
        Folders.delete(cache);
        Folders.delete(TARGET.resolve("baton-test-servers/some-1.0"));
    }

    @Test
    void unpacks_once_and_leaves_nothing_else_behind() throws IOException {
        Path first = folder(cache, this::unpack);
        Path second = folder(cache, this::unpack);

        assertThat(second).isEqualTo(first).isEqualTo(cache.resolve("baton-test-servers/some-1.0"));
        assertThat(unpackings).hasValue(1);
        assertThat(first.resolve("bin/server")).hasContent("program").isExecutable();
        try (Stream<Path> siblings = Files.list(first.getParent())) {
            assertThat(siblings).containsExactly(first);
        }
    }

    @Test
    void two_at_once_get_the_same_complete_folder() throws Exception {
        CyclicBarrier bothUnpacked = new CyclicBarrier(2);
        Callable<Path> unpacking = () -> folder(cache, into -> {
            unpack(into);
            await(bothUnpacked);
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Path>> folders = threads.invokeAll(List.of(unpacking, unpacking));

            assertThat(folders.get(0).get()).isEqualTo(folders.get(1).get());
            assertThat(unpackings).hasValue(2);
            assertThat(folders.get(0).get().resolve("bin/server")).hasContent("program");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void falls_back_to_target_when_the_cache_folder_cannot_be_made() throws IOException {
        Files.writeString(cache, "a file where the folder should be");

        assertThat(folder(cache, this::unpack)).isEqualTo(TARGET.resolve("baton-test-servers/some-1.0"));
    }

    @Test
    void a_failed_unpacking_leaves_nothing_that_a_later_one_would_take_for_complete() throws IOException {
        Outcome<Path> failed = binaries(cache).folder("some-1.0", "bin/server", into -> {
            unpack(into);
            throw new IOException("disk full");
        });

        assertThat(((Outcome.Missing<Path>) failed).why()).contains("disk full", "XDG_CACHE_HOME");
        assertThat(folder(cache, this::unpack).resolve("bin/server")).hasContent("program");
    }

    private static UnpackedBinaries binaries(Path cache) {
        return new UnpackedBinaries(new Settings(Map.of(), Map.of("XDG_CACHE_HOME", cache.toString())));
    }

    private static Path folder(Path cache, UnpackedBinaries.Unpacking unpacking) {
        Outcome<Path> outcome = binaries(cache).folder("some-1.0", "bin/server", unpacking);
        return ((Outcome.Works<Path>) outcome).value();
    }

    private void unpack(Path into) throws IOException {
        unpackings.incrementAndGet();
        Files.writeString(Files.createDirectory(into.resolve("bin")).resolve("server"), "program");
    }

    private static void await(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
