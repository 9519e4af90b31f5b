package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.node.ClusterWatch;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.port.TaskInvoker.TargetEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What may be named, in JSON. Of a target that only other nodes have, nothing but the name is known here. */
final class TargetShape {
    private TargetShape() {}

    static List<ObjectNode> list(List<TargetEntry> here, ClusterWatch watch) {
        List<Member> alive = watch.alive();
        String self = watch.self().node().text();
        Set<String> known = here.stream().map(TargetEntry::name).collect(Collectors.toSet());
        List<ObjectNode> shapes = new ArrayList<>();
        here.forEach(entry -> shapes.add(shape(entry.name(), Optional.of(entry), nodes(entry.name(), alive, self))));
        alive.stream()
                .flatMap(member -> member.beat().profile().targets().stream())
                .filter(name -> !known.contains(name))
                .distinct()
                .sorted()
                .forEach(name -> shapes.add(shape(name, Optional.empty(), nodes(name, alive, ""))));
        return shapes;
    }

    private static ObjectNode shape(String name, Optional<TargetEntry> entry, Set<String> nodes) {
        ObjectNode shape = JsonTree.empty().put("name", name);
        entry.map(TargetEntry::parameters)
                .ifPresentOrElse(
                        types -> shape.set("parameters", JsonTree.of(types)), () -> shape.putNull("parameters"));
        shape.put("description", entry.map(TargetEntry::description).orElse(null));
        shape.set("nodes", JsonTree.of(nodes));
        return shape;
    }

    private static Set<String> nodes(String name, List<Member> alive, String self) {
        Set<String> nodes = alive.stream()
                .filter(member -> member.beat().profile().targets().contains(name))
                .map(member -> member.id().text())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!self.isEmpty()) {
            nodes.add(self);
        }
        return nodes;
    }
}
