package org.priorfetch.engine.settings;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SourceBudget;

/**
 * In what settings differ.
 *
 * @param sections by their names in {@code site.yaml}, and {@code limits} where it is how much a peer is asked to bear
 */
public record SiteChange(List<String> sections) {

    private static final String LIMITS = "limits";

    /** What a change asks for. */
    public enum Effect {
        /** Nothing. */
        NONE,
        /** A running engine can be told. */
        LIVE,
        /** An engine made anew. */
        RESTART
    }

    public SiteChange {
        sections = List.copyOf(sections);
    }

    public static SiteChange between(SiteSettings before, SiteSettings after) {
        TreeSet<String> sections = new TreeSet<>();
        note(sections, "self", before.self(), after.self());
        note(sections, "pacs", withoutLimits(before.pacs()), withoutLimits(after.pacs()));
        note(sections, "worklists", before.worklists(), after.worklists());
        note(sections, "sources", withoutLimits(before.sources()), withoutLimits(after.sources()));
        note(sections, "relevance", before.relevance(), after.relevance());
        note(sections, "procedures", before.procedures(), after.procedures());
        note(sections, "exclude", before.exclude(), after.exclude());
        note(sections, "database", before.databaseUrl(), after.databaseUrl());
        note(sections, LIMITS, limits(before), limits(after));
        return new SiteChange(List.copyOf(sections));
    }

    public Effect effect() {
        if (sections.isEmpty()) {
            return Effect.NONE;
        }
        return sections.equals(List.of(LIMITS)) ? Effect.LIVE : Effect.RESTART;
    }

    private static void note(TreeSet<String> sections, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            sections.add(name);
        }
    }

    private static PacsSettings withoutLimits(PacsSettings pacs) {
        return new PacsSettings(pacs.aeTitle(), pacs.host(), pacs.port(), pacs.issuer(), SourceBudget.DEFAULT,
                pacs.tls(), pacs.marks(), pacs.commitment(), pacs.stow(), pacs.test());
    }

    private static List<SourceSettings> withoutLimits(List<SourceSettings> sources) {
        return sources.stream().map(SiteChange::withoutLimits).toList();
    }

    private static SourceSettings withoutLimits(SourceSettings source) {
        return new SourceSettings(source.name(), source.aeTitle(), source.host(), source.port(), source.retrieve(),
                SourceBudget.DEFAULT, source.accessions(), source.issuer(), source.patients(), source.pix(),
                source.pdq(), source.tls(), source.web(), source.webBeside(), source.order());
    }

    private static List<SourceBudget> limits(SiteSettings site) {
        return Stream.concat(Stream.of(site.pacs().budget()), site.sources().stream().map(SourceSettings::budget))
                .toList();
    }
}
