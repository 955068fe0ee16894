package org.priorfetch.app.controls;

import java.util.Locale;

/** How the program looks, and the language that it speaks. */
public record Look(Appearance appearance, Locale locale) {}
