package io.baton.domain.port;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import java.time.Duration;
import java.util.List;

/**
 * One queue of messages a node, and one in-flight set an incarnation.
 *
 * <ol>
 *   <li>Q1 A message that was pushed is taken once: by the node it was pushed to, or by a thief.
 *   <li>Q2 Taking moves a message from the queue to the taker's in-flight set in one atomic step; at no instant is it in
 *       neither. It stays there until it is acknowledged.
 *   <li>Q3 Messages of one sender to one queue are taken in the order in which they were pushed.
 *   <li>Q4 A take returns at once if messages wait, at most as many as asked for; else after the first has come, or
 *       empty when the wait is over.
 *   <li>Q5 Stealing never waits and leaves messages that must stay.
 *   <li>Q6 A message of an older format is given its request id in the step that takes it, and keeps it.
 *   <li>Q7 A message that cannot be read harms no other: it is taken as unreadable, with the raw text.
 *   <li>Q8 Acknowledging twice, or what is not there, does nothing.
 *   <li>Q9 Queues of node ids that differ in case only are different.
 *   <li>Q10 A push leaves no queue longer than the capacity that it names, whoever pushes beside it: the messages that a
 *       queue has no room for are given back, the last ones of those for that queue.
 *   <li>Q11 What is taken has its text with it, whatever it is: the one that lay on the queue, or of a store that keeps no
 *       texts one in the form of the documentation, which names job and task.
 * </ol>
 */
public interface TaskQueue {
    /**
     * Puts each message on the queue of its target. An exception leaves open which of them arrived.
     *
     * @param capacity 1..1,000,000; the most messages that may wait on one queue after this
     * @return those that found no room
     */
    List<TaskMessage> push(List<TaskMessage> messages, int capacity);

    /**
     * Takes from the owner's own queue, oldest first.
     *
     * @param most 1..1,000
     * @param wait 0..5 s; interrupting the thread ends it early with what is there
     */
    List<Taken> take(Incarnation owner, int most, Duration wait);

    /** Takes from another node's queue into one's own in-flight set. @param most 1..1,000 */
    List<Taken> steal(NodeId from, Incarnation by, int most);

    /** Removes from the in-flight set. */
    void acknowledge(Incarnation owner, List<Receipt> receipts);

    /** Keeps a message apart for people to look at, newest first, at most 10,000. */
    void setAside(DeadLetter letter);

    /** The dead letters, newest first. @param most 1..1,000 */
    List<DeadLetter> deadLetters(int most);

    /** @return whether it was there */
    boolean removeDeadLetter(String id);
}
