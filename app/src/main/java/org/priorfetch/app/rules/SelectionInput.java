package org.priorfetch.app.rules;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SelectionChange;

/**
 * How priors are chosen, as it is typed: for all appointments, or what a rule changes of that, where an empty field changes
 * nothing.
 *
 * @param oldest empty for all appointments: as is usual for the modality
 * @param companions null where it changes nothing
 */
record SelectionInput(String newest, String oldest, String unknown, String recent,
        @Nullable Set<Companion> companions) {

    static final SelectionInput NONE = new SelectionInput("", "", "", "", null);

    private static final int MOST = 1_000;

    SelectionInput {
        companions = companions == null ? null : Collections.unmodifiableSet(copy(companions));
    }

    private static Set<Companion> copy(Collection<Companion> companions) {
        Set<Companion> copy = EnumSet.noneOf(Companion.class);
        copy.addAll(companions);
        return copy;
    }

    static SelectionInput of(Selection selection) {
        return of(new SelectionChange(selection.newest(), selection.oldest(), selection.unknown(), selection.recent(),
                selection.companions()));
    }

    static SelectionInput of(SelectionChange change) {
        return new SelectionInput(text(change.newest()), text(change.oldest()), text(change.unknown()),
                text(change.recent()), change.companions());
    }

    private static String text(@Nullable Integer number) {
        return Objects.toString(number, "");
    }

    /** What a rule changes; meaningless while something is wrong. */
    SelectionChange change() {
        return new SelectionChange(number(newest), number(oldest), number(unknown), number(recent), companions);
    }

    /** What holds for all; meaningless while something is wrong. */
    Selection selection() {
        return change().over(Selection.DEFAULT);
    }

    /** @param forAll whether it holds for all appointments, so that only the oldest can be left open */
    Set<RuleField> wrong(boolean forAll) {
        Set<RuleField> wrong = EnumSet.noneOf(RuleField.class);
        note(wrong, RuleField.NEWEST, newest, forAll);
        note(wrong, RuleField.OLDEST, oldest, false);
        note(wrong, RuleField.UNKNOWN, unknown, forAll);
        note(wrong, RuleField.RECENT, recent, forAll);
        return wrong;
    }

    private static void note(Set<RuleField> wrong, RuleField field, String typed, boolean needed) {
        if (typed.isBlank() ? needed : number(typed) == null) {
            wrong.add(field);
        }
    }

    /** From 0 to {@value #MOST}; null for anything else. */
    private static @Nullable Integer number(String typed) {
        String digits = typed.strip();
        if (!digits.matches("[0-9]{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(digits);
        return number <= MOST ? (Integer) number : null;
    }
}
