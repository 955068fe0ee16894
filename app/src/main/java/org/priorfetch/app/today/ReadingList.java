package org.priorfetch.app.today;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.priorfetch.app.controls.Folding;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.ReadinessVerdict;

/**
 * Which appointments somebody wants to see. What is empty restricts nothing.
 *
 * @param name under which it is saved; empty while it is not
 * @param section in full
 * @param mine only those whose reader is the person who sits here
 * @param text words that all must stand somewhere in what the row says
 */
public record ReadingList(String name, SortedSet<String> modalities, String section, boolean mine, String text,
        SortedSet<ReadinessVerdict> verdicts) {

    static final ReadingList ALL = new ReadingList("", new TreeSet<>(), "", false, "", new TreeSet<>());

    public ReadingList {
        modalities = Collections.unmodifiableSortedSet(new TreeSet<>(modalities));
        verdicts = Collections.unmodifiableSortedSet(new TreeSet<>(verdicts));
    }

    ReadingList named(String newName) {
        return new ReadingList(newName, modalities, section, mine, text, verdicts);
    }

    ReadingList ofModalities(Collection<String> newModalities) {
        return new ReadingList("", new TreeSet<>(newModalities), section, mine, text, verdicts);
    }

    ReadingList ofSection(String newSection) {
        return new ReadingList("", modalities, newSection, mine, text, verdicts);
    }

    ReadingList ofMine(boolean newMine) {
        return new ReadingList("", modalities, section, newMine, text, verdicts);
    }

    ReadingList saying(String newText) {
        return new ReadingList(name, modalities, section, mine, newText, verdicts);
    }

    ReadingList ofVerdicts(Collection<ReadinessVerdict> newVerdicts) {
        return new ReadingList("", modalities, section, mine, text, new TreeSet<>(newVerdicts));
    }

    /** Whether it restricts anything. */
    boolean isAll() {
        return equals(ALL.named(name));
    }

    /**
     * Whether an appointment belongs to it, but for the text.
     *
     * @param me the words of the name of who sits here; nothing is mine while it is not known
     */
    boolean admits(AppointmentView view, List<String> me) {
        return (modalities.isEmpty() || !Collections.disjoint(modalities, view.modalities()))
                && (section.isEmpty() || section.equals(view.section()))
                && (verdicts.isEmpty() || verdicts.contains(view.verdict()))
                && (!mine || isOf(view.reader(), me));
    }

    /** Titles, further given names and the order of the parts make no difference. */
    static boolean isOf(String reader, List<String> me) {
        List<String> words = Folding.words(reader);
        return !me.isEmpty() && !words.isEmpty() && (words.containsAll(me) || me.containsAll(words));
    }
}
