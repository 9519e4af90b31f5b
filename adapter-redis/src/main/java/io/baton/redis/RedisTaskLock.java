package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLock;
import io.baton.domain.task.FiringId;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The claim filter in Redis: a key a firing, {@code SET NX PX}, its value the claimant.
 *
 * <p>A nil does not mean that another has it: the command may have been carried out twice, or asked for again. So each nil
 * is resolved by reading who holds the claim.
 */
final class RedisTaskLock implements TaskLock {
    /** 500 commands go out in one flush. */
    private static final int BATCH = 500;

    private final Calls calls;
    private final RedisKeys keys;

    RedisTaskLock(RedisLink link, RedisKeys keys) {
        this.calls = new Calls(link, "TaskLock");
        this.keys = keys;
    }

    @Override
    public List<Reply> claim(List<FiringId> firings, Incarnation by, Duration lasting) {
        Leases.check(lasting);
        List<Reply> replies = new ArrayList<>();
        for (int from = 0; from < firings.size(); from += BATCH) {
            List<FiringId> batch = firings.subList(from, Math.min(from + BATCH, firings.size()));
            replies.addAll(claimBatch(batch, by.toString(), lasting));
        }
        return List.copyOf(replies);
    }

    private List<Reply> claimBatch(List<FiringId> firings, String by, Duration lasting) {
        List<Boolean> taken = pipelined("claim of ", firings, key -> set(key, by, lasting)).stream()
                .map("OK"::equals)
                .toList();
        List<FiringId> refused = new ArrayList<>();
        for (int i = 0; i < firings.size(); i++) {
            if (!taken.get(i)) {
                refused.add(firings.get(i));
            }
        }
        List<String> holders = refused.isEmpty() ? List.of() : pipelined("holder of ", refused, RedisTaskLock::get);
        List<Reply> replies = new ArrayList<>();
        int next = 0;
        for (boolean won : taken) {
            replies.add(won || by.equals(holders.get(next++)) ? Reply.GRANTED : Reply.HELD_BY_ANOTHER);
        }
        return replies;
    }

    /** Sends one command a firing in one flush; a nil is an element that is null. */
    private List<String> pipelined(
            String what, List<FiringId> firings, Function<String, AsyncCommand<String, String, String>> command) {
        List<AsyncCommand<String, String, String>> commands =
                firings.stream().map(f -> command.apply(keys.claim(f))).toList();
        String operation = what + (firings.size() == 1 ? firings.get(0) : firings.size() + " firings");
        List<Supplier<CompletableFuture<String>>> sent = new ArrayList<>();
        sent.add(() -> {
            calls.link().line().connection().dispatch(commands);
            return commands.get(0);
        });
        commands.stream().skip(1).forEach(one -> sent.add(() -> one));
        return calls.all(operation, sent);
    }

    private static AsyncCommand<String, String, String> set(String key, String by, Duration lasting) {
        CommandArgs<String, String> arguments =
                arguments(key).addValue(by).add("NX").add("PX").add(lasting.toMillis());
        return command(CommandType.SET, new StatusOutput<>(StringCodec.UTF8), arguments);
    }

    private static AsyncCommand<String, String, String> get(String key) {
        return command(CommandType.GET, new ValueOutput<>(StringCodec.UTF8), arguments(key));
    }

    private static CommandArgs<String, String> arguments(String key) {
        return new CommandArgs<>(StringCodec.UTF8).addKey(key);
    }

    private static AsyncCommand<String, String, String> command(
            CommandType type, CommandOutput<String, String, String> output, CommandArgs<String, String> arguments) {
        return new AsyncCommand<>(new Command<>(type, output, arguments));
    }
}
