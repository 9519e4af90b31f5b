package io.baton.application.core;

import io.baton.domain.port.TaskInvoker;
import io.baton.domain.target.InvocationTarget;
import io.baton.task.TaskContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Targets whose methods are lambdas; each call is noted. */
final class Script implements TaskInvoker {
    final List<String> calls = new ArrayList<>();
    private final Map<String, Code> methods = new HashMap<>();

    Script method(String name, Code code) {
        methods.put(name, code);
        return this;
    }

    /** What was announced and cannot be called any more. */
    void refuse(String name) {
        methods.remove(name);
    }

    static Script noop() {
        return new Script().method("bean.run", context -> {});
    }

    @Override
    public List<TargetEntry> targets() {
        return methods.keySet().stream()
                .sorted()
                .map(name -> new TargetEntry(name, List.of(), ""))
                .toList();
    }

    @Override
    public Resolution resolve(InvocationTarget target) {
        Code code = methods.get(target.name());
        return code == null
                ? Resolution.refused("unknown target " + target.name())
                : Resolution.of(context -> noted(code, context));
    }

    private void noted(Code code, TaskContext context) throws Exception {
        calls.add(context.taskId() + " attempt " + context.attempt());
        code.run(context);
    }
}
