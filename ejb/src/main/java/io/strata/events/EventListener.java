package io.strata.events;

/**
 * Hears of what happened, after it was committed. Every CDI bean of this type is asked, all in one transaction of their
 * own; an exception brings the event back later. The same event may come again, so a listener must recognise it by
 * {@link DomainEvent#id()}.
 */
public interface EventListener {

    /** Takes note of an event. */
    void on(DomainEvent event);
}
