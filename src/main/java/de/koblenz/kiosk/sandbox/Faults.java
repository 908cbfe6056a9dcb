package de.koblenz.kiosk.sandbox;

import java.util.ArrayList;
import java.util.List;

/// Switches that make a stand-in fail as real networks and services do. Each hits one request, the first that fits;
/// a request is hit by one switch, the first set. Thread-safe.
public final class Faults {
    /// What happens to a request.
    sealed interface Fault {
        /// Nothing: it is served.
        record None() implements Fault {}

        /// It is carried out, and its connection is closed without a reply.
        record Drop() implements Fault {}

        /// It is answered 503 and not carried out.
        record Refuse() implements Fault {}

        /// It waits before it is carried out.
        record Hold(Delay delay) implements Fault {}
    }

    private record Switch(String method, String pathPart, Fault fault) {
        boolean fits(String askedMethod, String path) {
            return (method.isEmpty() || method.equals(askedMethod)) && path.contains(pathPart);
        }
    }

    private final List<Switch> waiting = new ArrayList<>();

    /// The next request is carried out, and its connection is closed without a reply.
    public void dropNextReply() {
        dropNextReply("", "");
    }

    /// As [#dropNextReply()], for the next request with this method (empty: any) and this text in its path.
    public void dropNextReply(String method, String pathPart) {
        add(method, pathPart, new Fault.Drop());
    }

    /// The next request is answered 503 and not carried out.
    public void refuseNext() {
        refuseNext("", "");
    }

    /// As [#refuseNext()], for the next request with this method (empty: any) and this text in its path.
    public void refuseNext(String method, String pathPart) {
        add(method, pathPart, new Fault.Refuse());
    }

    /// The next request waits, before it is carried out, until it is released.
    public Delay delayNext() {
        return delayNext("", "");
    }

    /// As [#delayNext()], for the next request with this method (empty: any) and this text in its path.
    public Delay delayNext(String method, String pathPart) {
        Delay delay = new Delay();
        add(method, pathPart, new Fault.Hold(delay));
        return delay;
    }

    /// Forgets all switches that have not acted yet.
    public synchronized void clear() {
        waiting.clear();
    }

    /// How many switches have not acted yet.
    public synchronized int waiting() {
        return waiting.size();
    }

    synchronized Fault take(String method, String path) {
        for (Switch one : waiting) {
            if (one.fits(method, path)) {
                waiting.remove(one);
                return one.fault();
            }
        }
        return new Fault.None();
    }

    private synchronized void add(String method, String pathPart, Fault fault) {
        waiting.add(new Switch(method, pathPart, fault));
    }
}
