package org.tongwen.conformance.play;

/** The one under test: a program, service or participant that says whether a message is valid. */
@FunctionalInterface
public interface Judge {

    /** Judges one message. Whatever it throws is recorded as an error, never as a pass. */
    Judgement judge(byte[] message);
}
