package io.baton.architecture.planted.redis;

/** Sends beside the queue. */
public final class SendsByItself {
    Script script = Script.PUSH;
}
