package io.baton.bootstrap.fields.named;

import io.baton.task.TaskTarget;

/** Refuses a second run of the same instance, and any text but the one that it is to greet. */
public final class Greeter {
    private boolean used;

    @TaskTarget("Greets the world, once an instance")
    public void greet(String text) {
        if (used || !text.equals("世界")) {
            throw new IllegalStateException("greets '" + text + "', used before: " + used);
        }
        used = true;
    }
}
