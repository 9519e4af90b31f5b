package io.baton.application.core;

import io.baton.contracts.what.TaskInvokerContract;
import io.baton.domain.port.TaskInvoker;

final class ScriptTest extends TaskInvokerContract {
    private final Script script = Script.noop().method("other.run", context -> {});

    @Override
    protected TaskInvoker invoker() {
        return script;
    }
}
