package io.baton.testservers;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A {@code redis-server} program.
 *
 * @param rung where it comes from: {@link Rung#PATH} or {@link Rung#MAVEN}
 * @param executable the program
 */
record RedisBinary(Rung rung, Path executable) {
    private static final String VERSION = "7.0.15";
    private static final Map<String, String> PROCESSORS =
            Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64", "arm64", "arm64", "i386", "386");

    /** The first program that the rungs with process control give. */
    static RedisBinary find(Settings settings) {
        return new Ladder<RedisBinary>("redis-server program", settings.rungs())
                .rung(Rung.PATH, () -> installed(settings))
                .rung(Rung.MAVEN, () -> fromMaven(settings))
                .climb();
    }

    /** The installed program, from 7.0 on: the cluster tests need its {@code cluster-port}. */
    static Outcome<RedisBinary> installed(Settings settings) {
        return new InstalledPrograms(settings)
                .find("redis-server", 7, 0)
                .map(executable -> new RedisBinary(Rung.PATH, executable));
    }

    /** The program in the jar of org.signal:embedded-redis. */
    static Outcome<RedisBinary> fromMaven(Settings settings) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = PROCESSORS.getOrDefault(System.getProperty("os.arch"), System.getProperty("os.arch"));
        String program = "redis-server-" + VERSION + "-" + system + "-" + processor;
        JarFolder jar = new JarFolder("", program);
        if (!jar.exists()) {
            return new Outcome.Missing<>(
                    "no " + program + " on the class path: add org.signal:embedded-redis there (it has"
                            + " programs for Linux and macOS)");
        }
        return new UnpackedBinaries(settings)
                .folder(
                        "redis-" + VERSION + "-" + system + "-" + processor,
                        program,
                        into -> jar.copy(program::equals, into))
                .map(folder -> new RedisBinary(Rung.MAVEN, folder.resolve(program)));
    }
}
