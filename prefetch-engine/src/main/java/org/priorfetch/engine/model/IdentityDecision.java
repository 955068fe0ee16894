package org.priorfetch.engine.model;

/** Whether two patients are the same person, with the reason that a person understands. */
public sealed interface IdentityDecision {

    Reason reason();

    /** The same person. */
    record Accept(Reason reason) implements IdentityDecision {}

    /** A person must decide. */
    record Hold(Reason reason) implements IdentityDecision {}

    /** Somebody else. */
    record Refuse(Reason reason) implements IdentityDecision {}
}
