package io.baton.testservers;

/** A server that runs outside of this JVM's reach; nothing can be done to it but letting go of it. */
final class ForeignServer implements Control {
    private final String name;
    private final Runnable release;

    /** Letting go of the server called {@code name} means {@code release}. */
    ForeignServer(String name, Runnable release) {
        this.name = name;
        this.release = release;
        JvmEnd.closes(this);
    }

    @Override
    public long pid() {
        throw refusal();
    }

    @Override
    public void stop() {
        throw refusal();
    }

    @Override
    public void kill() {
        throw refusal();
    }

    @Override
    public void restart() {
        throw refusal();
    }

    @Override
    public void pause() {
        throw refusal();
    }

    @Override
    public void resume() {
        throw refusal();
    }

    @Override
    public void close() {
        JvmEnd.forget(this);
        release.run();
    }

    @Override
    public String toString() {
        return name;
    }

    private IllegalStateException refusal() {
        return new IllegalStateException(
                name + " is no process of this JVM: a test that stops, kills or pauses a server"
                        + " has to start one of its own with start()");
    }
}
