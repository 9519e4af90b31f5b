package io.baton.web;

import io.baton.contracts.what.TaskInvokerContract;
import io.baton.domain.port.TaskInvoker;

final class ScriptTest extends TaskInvokerContract {
    @Override
    protected TaskInvoker invoker() {
        return new Script();
    }
}
