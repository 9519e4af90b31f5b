package io.baton.web;

import io.baton.domain.port.TaskInvoker;
import io.baton.domain.target.InvocationTarget;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** Targets for tests: one that does nothing, one that fails, one that goes on until it is interrupted. */
final class Script implements TaskInvoker {
    private final Map<String, Code> methods = new TreeMap<>();

    Script() {
        methods.put("bean.run", context -> {});
        methods.put("bean.fail", context -> {
            throw new IllegalStateException("no paper");
        });
        methods.put("bean.hang", context -> new CountDownLatch(1).await());
    }

    @Override
    public List<TargetEntry> targets() {
        return methods.keySet().stream()
                .map(name -> new TargetEntry(name, List.of("String"), "about " + name))
                .toList();
    }

    @Override
    public Resolution resolve(InvocationTarget target) {
        Code code = methods.get(target.name());
        return code == null ? Resolution.refused("no node offers '" + target.name() + "'") : Resolution.of(code);
    }
}
