package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.access.Admission;
import io.baton.domain.access.Rights;
import io.baton.web.Caller.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks too often, or guesses, is told to wait. How often is too often, {@code AdmissionTest} holds. */
class TooOftenTest {
    private static final String HERE = "127.0.0.1";

    private final TestCluster cluster = new TestCluster();
    private final Caller http = Caller.of(cluster.node("node-1"));
    private final Admission admission = http.office.entrance().admission();

    @BeforeEach
    void time_stands_still() {
        cluster.clock.halt();
    }

    @AfterEach
    void close() {
        http.close();
        cluster.close();
    }

    private String token() {
        return http.office
                .people()
                .tokens()
                .create(
                        new io.baton.application.access.Caller("test", Rights.ADMIN, "here"),
                        "robot",
                        Rights.ADMIN,
                        Optional.empty())
                .secret();
    }

    private static boolean heard(Admission.Reply reply) {
        return !(reply instanceof Admission.Reply.Unheard);
    }

    private Answer jobs(String... headers) {
        return http.get("/api/v1/jobs", headers);
    }

    private Answer session(String secret) {
        return http.exchange(HttpRequest.newBuilder(URI.create(http.address() + "/api/v1/jobs"))
                .header("Cookie", "baton_session=" + secret)
                .build());
    }

    private static void isRefused(Answer answer, String why) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).startsWith(Problem.CONTENT_TYPE);
        assertThat(answer.json().get("detail").asText()).contains(why);
    }

    @Test
    void a_caller_whose_allowance_is_spent_is_told_to_wait_and_the_others_are_heard() {
        int asked = 0;
        while (heard(admission.byToken(TestCluster.TOKEN, HERE)) && asked < 1_000_000) {
            asked++;
        }
        assertThat(asked).isBetween(100, 100_000);

        isRefused(jobs(), "BATON_API_TOKEN asks too often");
        isRefused(http.get("/nothing"), "too often");
        assertThat(jobs("Authorization", "Bearer " + token()).status()).isEqualTo(200);
        assertThat(http.get("/health/ready").status()).isEqualTo(200);
        assertThat(http.get("/assets/console.js").status()).isEqualTo(200);
        assertThat(admission.unheard()).isEqualTo(3);

        cluster.clock.advance(Duration.ofMillis(50));
        assertThat(jobs().status()).isEqualTo(200);
    }

    @Test
    void an_address_that_guesses_is_not_heard_for_a_while_but_with_what_has_held_of_late() {
        assertThat(jobs().status()).isEqualTo(200);
        for (int i = 0; i < 1_000_000 && heard(admission.byToken("wrong" + i, HERE)); i++) {}

        isRefused(jobs("Authorization", "Bearer wrong"), "too many wrong tokens or sessions");
        isRefused(session("wrong"), "too many wrong");
        String fresh = token();
        isRefused(jobs("Authorization", "Bearer " + fresh), "too many wrong");
        assertThat(jobs().status()).as("a token that has held of late").isEqualTo(200);
        assertThat(jobs("Authorization", "").status()).as("nothing is no guess").isEqualTo(401);
        assertThat(http.get("/login").status()).isEqualTo(200);

        cluster.clock.advance(Duration.ofSeconds(1));
        assertThat(jobs("Authorization", "Bearer " + fresh).status()).isEqualTo(200);
    }
}
