package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private final List<String> done = new ArrayList<>();
    private final Context http = (Context) Proxy.newProxyInstance(
            CrowdTest.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> proxy);

    @Test
    void one_too_many_is_refused_and_room_comes_back_after_a_failure() throws Exception {
        Crowd crowd = new Crowd(1);
        Handler inner = crowd.limit(any -> done.add("inner"));
        Handler outer = crowd.limit(any -> inner.handle(http));

        assertThatThrownBy(() -> outer.handle(http))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
        assertThat(done).isEmpty();

        inner.handle(http);
        assertThat(done).containsExactly("inner");
    }
}
