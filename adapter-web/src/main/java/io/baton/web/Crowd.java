package io.baton.web;

import io.javalin.http.Handler;
import java.util.concurrent.Semaphore;

/** Keeps the requests that are worked on at once bounded: virtual threads would take any number. */
final class Crowd {
    private final Semaphore places;

    Crowd(int most) {
        this.places = new Semaphore(most);
    }

    /** The handler, refused at once while too many are at work. */
    Handler limit(Handler handler) {
        return http -> {
            if (!places.tryAcquire()) {
                http.header("Retry-After", "1");
                throw Problem.of(503, "too many requests at once: ask again");
            }
            try {
                handler.handle(http);
            } finally {
                places.release();
            }
        };
    }
}
