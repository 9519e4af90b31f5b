package io.baton.resilience.simulation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/**
 * Hunts planted bugs with tests of the modules, in this JVM: a test's class is loaded anew beside the classes of which one
 * bears the bug. Caught means that a test ran and failed; what failed before that, or did not end, is a mistake of the list.
 * Each test is first seen to pass over the classes as they were built.
 */
final class TestHunt {
    /** 30 s for one test method: many times what any needs. */
    private static final String LONGEST = "30 s";

    private static final int MOST_WORDS = 150;

    private final Path root;
    private final Set<Hunter.ByTest> sound = new HashSet<>();

    /** @param root of the project: its modules' tests are built */
    TestHunt(Path root) {
        this.root = root;
    }

    /**
     * @return the test that caught it and what it said, empty if it passed
     * @throws IllegalStateException if the test fails without the bug, or did not come to run
     */
    String hunt(Mutant mutant, Hunter.ByTest test) throws IOException, ReflectiveOperationException {
        List<Path> folders = List.of(built(test));
        if (!sound.contains(test)) {
            String said = run(new MutantClasses(folders), test);
            if (!said.isEmpty()) {
                throw new IllegalStateException("test " + test + " fails without a planted bug: " + said);
            }
            sound.add(test);
        }
        return run(new MutantClasses(mutant, root, folders), test);
    }

    private Path built(Hunter.ByTest test) {
        Path folder = root.resolve(test.module()).resolve("target").resolve("test-classes");
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("module " + test.module() + " has no compiled tests in " + folder
                    + ": build it first, with `mvn verify` in the project's root");
        }
        return folder;
    }

    private static String run(MutantClasses classes, Hunter.ByTest test) throws ReflectiveOperationException {
        Class<?> type = classes.loadClass(test.type());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(test.method().isEmpty() ? selectClass(type) : selectMethod(type, test.method()))
                .configurationParameter("junit.jupiter.execution.timeout.default", LONGEST)
                .build();
        SummaryGeneratingListener heard = new SummaryGeneratingListener();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            LauncherFactory.create().execute(request, heard);
        } finally {
            thread.setContextClassLoader(before);
        }
        return verdict(heard.getSummary(), test);
    }

    private static String verdict(TestExecutionSummary summary, Hunter.ByTest test) {
        if (summary.getTestsStartedCount() == 0) {
            throw new IllegalStateException("test " + test + ": none was run", cause(summary));
        }
        for (Failure failure : summary.getFailures()) {
            if (!failure.getTestIdentifier().isTest() || isTrouble(failure.getException())) {
                throw new IllegalStateException("test " + test + " did not run as a test", failure.getException());
            }
        }
        return summary.getFailures().stream()
                .findFirst()
                .map(failure -> test + ": " + said(failure, test))
                .orElse("");
    }

    private static String said(Failure failure, Hunter.ByTest test) {
        String method = test.method().isEmpty() ? failure.getTestIdentifier().getDisplayName() + " " : "";
        return method + inOneLine(failure.getException().toString());
    }

    private static @Nullable Throwable cause(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .findFirst()
                .map(Failure::getException)
                .orElse(null);
    }

    /** Classes that do not fit each other, and a test that hangs. */
    private static boolean isTrouble(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError
                    || cause instanceof ReflectiveOperationException
                    || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static String inOneLine(String text) {
        String line = text.replaceAll("\\s+", " ").trim();
        return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) + " …" : line;
    }
}
