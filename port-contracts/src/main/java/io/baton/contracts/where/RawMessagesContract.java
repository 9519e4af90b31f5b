package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.A;
import static io.baton.contracts.where.Samples.B;
import static io.baton.contracts.where.Samples.NODE_1;
import static io.baton.contracts.where.Samples.NODE_2;
import static io.baton.contracts.where.Samples.ROOM;
import static io.baton.contracts.where.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.baton.domain.job.JobKey;
import io.baton.domain.queue.Taken;
import io.baton.domain.task.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of {@link io.baton.domain.port.TaskQueue} on what foreign programs push (docs: the message format). */
public abstract class RawMessagesContract extends WhereContract {
    private static final Duration NOW = Duration.ZERO;

    @Override
    protected abstract RawWhereStore open();

    private Taken taken(String raw) {
        ((RawWhereStore) store()).pushRaw(NODE_1, raw);
        List<Taken> taken = first().queue().take(A, 10, NOW);
        assertThat(taken).as("taken of %s", raw).hasSize(1);
        return taken.get(0);
    }

    private Taken.Requested requested(String raw) {
        return taken(raw).fold(d -> fail("dispatched: " + d), r -> r, u -> fail("unreadable: " + u));
    }

    private Taken.Unreadable unreadable(String raw) {
        return taken(raw).fold(d -> fail("dispatched: " + d), r -> fail("requested: " + r), u -> u);
    }

    @Test
    public void Q6_a_bare_job_name_is_a_request_to_run_it() {
        Taken.Requested request = requested("DEMO.greet");

        assertThat(request.job()).isEqualTo(JobKey.parse("DEMO.greet"));
        assertThat(request.data()).isEmpty();
        assertThat(request.requestId()).matches("[A-Za-z0-9_-]{1,64}");
    }

    @Test
    public void Q6_a_name_without_group_is_of_the_default_group() {
        assertThat(requested("greet").job()).isEqualTo(new JobKey("DEFAULT", "greet"));
        assertThat(requested("\"greet\"").job()).isEqualTo(new JobKey("DEFAULT", "greet"));
        assertThat(requested("{\"taskId\":\"greet\"}").job()).isEqualTo(new JobKey("DEFAULT", "greet"));
    }

    @Test
    public void Q6_a_json_string_is_a_request_to_run_that_job() {
        assertThat(requested("\"DEMO.greet\"").job()).isEqualTo(JobKey.parse("DEMO.greet"));
    }

    @Test
    public void Q6_an_object_with_only_a_task_id_is_a_request() {
        Taken.Requested request = requested("{\"taskId\":\"DEMO.greet\"}");

        assertThat(request.job()).isEqualTo(JobKey.parse("DEMO.greet"));
        assertThat(request.data()).isEmpty();
    }

    @Test
    public void Q6_the_data_of_a_request_comes_with_it_and_unknown_fields_are_ignored() {
        Taken.Requested request = requested("{ \"taskId\" : \"DEMO.greet\", \"targetNode\":\"node-9\","
                + " \"taskData\" : {\"n\":1,\"s\":\"打\"}, \"colour\":[1,{}] }");

        assertThat(request.job()).isEqualTo(JobKey.parse("DEMO.greet"));
        assertThat(request.data())
                .hasValueSatisfying(
                        data -> assertThat(data.text()).isEqualToIgnoringWhitespace("{\"n\":1,\"s\":\"打\"}"));
        assertThat(requested("{\"taskId\":\"DEMO.greet\",\"taskData\":null}").data())
                .isEmpty();
    }

    @Test
    public void Q6_each_request_has_a_request_id_of_its_own() {
        assertThat(requested("DEMO.greet").requestId())
                .isNotEqualTo(requested("DEMO.greet").requestId());
    }

    @Test
    public void Q6_a_request_keeps_its_request_id_when_it_is_salvaged() {
        Taken.Requested before = requested("{\"taskId\":\"DEMO.greet\",\"taskData\":{\"n\":1}}");

        assertThat(second().recovery().salvageInFlight(A, NODE_2)).isEqualTo(1);
        Taken after = second().queue().take(B, 10, NOW).get(0);

        assertThat(after).isInstanceOfSatisfying(Taken.Requested.class, again -> {
            assertThat(again.job()).isEqualTo(before.job());
            assertThat(again.requestId()).isEqualTo(before.requestId());
            assertThat(again.data()).isEqualTo(before.data());
        });
    }

    @Test
    public void Q6_a_stolen_request_has_a_request_id_too() {
        ((RawWhereStore) store()).pushRaw(NODE_1, "DEMO.greet");

        List<Taken> loot = second().queue().steal(NODE_1, B, 10);

        assertThat(loot).hasSize(1).first().isInstanceOf(Taken.Requested.class);
        assertThat(first().queue().take(A, 1, NOW)).isEmpty();
    }

    @Test
    public void Q1_a_message_in_the_documented_form_is_read() {
        Taken taken = taken("{\"v\":1,\"taskId\":\"DEMO.greet\",\"targetNode\":\"node-1\",\"taskData\":{\"n\":1},"
                + "\"task\":\"DEMO.greet@1790000000000~2\",\"fence\":3,\"attempt\":2,\"sentAt\":1790000000000}");

        assertThat(taken).isInstanceOfSatisfying(Taken.Dispatched.class, d -> {
            assertThat(d.message().task()).isEqualTo(TaskId.parse("DEMO.greet@1790000000000~2"));
            assertThat(d.message().target()).isEqualTo(NODE_1);
            assertThat(d.message().position().fence()).isEqualTo(3);
            assertThat(d.message().position().attempt()).isEqualTo(2);
            assertThat(d.message().position().sentAt()).isEqualTo(Samples.SENT);
            assertThat(d.message().stay()).isFalse();
        });
    }

    @Test
    public void Q11_what_is_taken_or_stolen_has_its_text_as_it_came() {
        Stream.of(
                        "nosuch",
                        " DEMO.greet\n",
                        "\"greet\"",
                        "{\"v\":1,\"taskId\":\"NO.SUCH\",\"taskData\":{\"x\":1}}",
                        "{ \"colour\" : [1, {}], \"taskId\":\"DEMO.greet\", \"taskData\":{\"s\":\"打\"} }",
                        "{\"taskId\":\"DEMO.greet\",\"task\":\"DEMO.greet@1\",\"fence\":1,\"more\":null}",
                        "{broken")
                .forEach(raw -> {
                    assertThat(taken(raw).raw()).isEqualTo(raw);
                    ((RawWhereStore) store()).pushRaw(NODE_1, raw);
                    assertThat(second().queue().steal(NODE_1, B, 1))
                            .extracting(Taken::raw)
                            .containsExactly(raw);
                });
    }

    @Test
    public void Q7_what_is_no_message_is_taken_with_its_raw_text_and_a_reason() {
        Stream.of(
                        "",
                        "{\"taskId\":",
                        "42",
                        "[\"DEMO.greet\"]",
                        "true",
                        "{}",
                        "{\"taskId\":42}",
                        "{\"taskId\":\"not a name\"}",
                        "\"not a name\"",
                        "DEMO.greet\nDEMO.other",
                        "打个招呼",
                        "{\"v\":2,\"taskId\":\"DEMO.greet\"}",
                        "{\"v\":1,\"taskId\":\"DEMO.greet\",\"task\":\"nonsense\",\"fence\":1,\"attempt\":1}",
                        "{\"v\":1,\"taskId\":\"DEMO.greet\",\"task\":\"DEMO.greet@1\",\"fence\":\"x\"}")
                .forEach(raw -> {
                    Taken.Unreadable unreadable = unreadable(raw);
                    assertThat(unreadable.raw()).isEqualTo(raw);
                    assertThat(unreadable.reason()).isNotBlank();
                });
    }

    @Test
    public void Q7_a_broken_message_harms_no_other_of_its_batch() {
        RawWhereStore store = (RawWhereStore) store();
        first().queue().push(List.of(message(NODE_1, 1)), ROOM);
        store.pushRaw(NODE_1, "{broken");
        store.pushRaw(NODE_1, "DEMO.greet");
        first().queue().push(List.of(message(NODE_1, 2)), ROOM);

        List<Taken> taken = first().queue().take(A, 10, NOW);

        assertThat(taken).hasSize(4);
        assertThat(taken.get(0)).isInstanceOf(Taken.Dispatched.class);
        assertThat(taken.get(1)).isInstanceOf(Taken.Unreadable.class);
        assertThat(taken.get(2)).isInstanceOf(Taken.Requested.class);
        assertThat(taken.get(3)).isInstanceOf(Taken.Dispatched.class);
    }

    @Test
    public void Q7_an_unreadable_message_is_acknowledged_like_any_other() {
        Taken.Unreadable unreadable = unreadable("{broken");
        assertThat(second().recovery().inFlight(A)).as("names of readable ones").isEmpty();
        assertThat(second().recovery().holders()).containsExactly(A);

        first().queue().acknowledge(A, List.of(unreadable.receipt()));

        assertThat(second().recovery().holders()).isEmpty();
    }
}
