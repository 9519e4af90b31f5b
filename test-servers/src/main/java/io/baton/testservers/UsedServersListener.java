package io.baton.testservers;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Reports the servers used when JUnit has run its tests; found by JUnit as a service, loaded by nobody else. */
public final class UsedServersListener implements TestExecutionListener {
    /** For the service loader. */
    public UsedServersListener() {}

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        UsedServers.report();
        BuildReport.ofThisJvm().flatMap(BuildReport::conclusion).ifPresent(System.out::println);
    }
}
