package io.baton.benchmarks;

import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.contender.PeerContender;
import io.baton.benchmarks.peer.Peers;
import io.baton.benchmarks.workload.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be played: {@code short|full [rounds=N] [workload …] [contender …]}, such as {@code full rounds=3 A B G-jobs baton
 * quartz}. Without workloads, or without contenders, all; three rounds of {@code full} and one of {@code short}.
 *
 * @param rounds at least 1
 */
record Programme(Size size, int rounds, List<Workloads> workloads, List<Contender> contenders) {
    private static final String ROUNDS = "rounds=";

    Programme {
        workloads = List.copyOf(workloads);
        contenders = List.copyOf(contenders);
    }

    /** @throws IllegalArgumentException for a word that is none of these, with those that are */
    static Programme parse(List<String> words) {
        Size size = Size.valueOf(words.get(0).toUpperCase(Locale.ROOT));
        int rounds = size == Size.SHORT ? 1 : 3;
        Set<Workloads> workloads = new LinkedHashSet<>();
        List<Contender> contenders = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            List<Contender> named =
                    all().stream().filter(c -> c.name().equals(word)).toList();
            if (word.startsWith(ROUNDS)) {
                rounds = Integer.parseInt(word.substring(ROUNDS.length()));
            } else if (!named.isEmpty()) {
                contenders.addAll(named);
            } else if (!workloads.addAll(known(word))) {
                throw new IllegalArgumentException(word + " is there twice");
            }
        }
        return new Programme(
                size,
                rounds,
                workloads.isEmpty() ? List.of(Workloads.values()) : List.copyOf(workloads),
                contenders.isEmpty() ? all() : contenders);
    }

    private static List<Workloads> known(String word) {
        List<Workloads> named = Workloads.named(word);
        if (named.isEmpty()) {
            throw new IllegalArgumentException(word + " is none of rounds=N, "
                    + String.join(
                            ", ",
                            Stream.concat(
                                            Arrays.stream(Workloads.values()).map(Workloads::text),
                                            all().stream().map(Contender::name))
                                    .toList()));
        }
        return named;
    }

    /** Baton and its peers. */
    static List<Contender> all() {
        return Stream.concat(
                        Stream.of(new Baton()), Arrays.stream(Peers.values()).map(PeerContender::new))
                .toList();
    }
}
