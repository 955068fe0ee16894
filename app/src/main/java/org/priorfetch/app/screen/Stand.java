package org.priorfetch.app.screen;

/** Where a screen stands, in plain values: it holds no part of the screen, and one that is made later can go on from it. */
public interface Stand {

    /** Of a screen that looks the same whenever it is made. */
    Stand PLAIN = new Stand() {};
}
