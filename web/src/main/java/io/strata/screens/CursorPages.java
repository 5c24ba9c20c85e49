package io.strata.screens;

import io.strata.common.Page;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Leafs through a list that services give page by page, with a cursor for the next one: on, back and to the start. */
public class CursorPages<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Where the pages come from. */
    @FunctionalInterface
    public interface Source<T> extends Serializable {

        /** The page that begins at a cursor; the first one when it is {@code null}. */
        Page<T> page(String cursor);
    }

    private static final String FIRST = "";

    private final Source<T> source;
    private final Deque<String> before = new ArrayDeque<>();
    private String cursor = FIRST;
    private transient Page<T> page;

    public CursorPages(Source<T> source) {
        this.source = source;
    }

    /** What is on this page. */
    public List<T> getItems() {
        return page().items();
    }

    public boolean isFirst() {
        return before.isEmpty();
    }

    public boolean isLast() {
        return page().nextCursor() == null;
    }

    /** The number of this page, from 1. */
    public int getNumber() {
        return before.size() + 1;
    }

    /** Turns to the next page; stays on the last. */
    public void next() {
        if (!isLast()) {
            before.push(cursor);
            cursor = page().nextCursor();
            refresh();
        }
    }

    /** Turns to the page before; stays on the first. */
    public void previous() {
        if (!isFirst()) {
            cursor = before.pop();
            refresh();
        }
    }

    /** Starts over. */
    public void restart() {
        before.clear();
        cursor = FIRST;
        refresh();
    }

    /** Reads this page again. */
    public void refresh() {
        page = null;
    }

    private Page<T> page() {
        if (page == null) {
            page = source.page(cursor.equals(FIRST) ? null : cursor);
        }
        return page;
    }
}
