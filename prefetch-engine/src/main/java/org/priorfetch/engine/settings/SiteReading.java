package org.priorfetch.engine.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.StudyRef;

/** Turns the sections of the file into settings. */
final class SiteReading {

    private final Section root;
    private final Path folder;
    private final Map<String, List<Section>> proceduresOfSources = new LinkedHashMap<>();

    /** @param folder where relative paths begin */
    SiteReading(Section root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /** The settings; meaningless when a problem was noted on the way. */
    SiteSettings read() {
        SelfSettings self = root.requiredSection("self", Keys.SELF)
                .map(this::self)
                .orElse(new SelfSettings("", "", null, null));
        PacsSettings pacs = root.requiredSection("pacs", Keys.PACS)
                .map(section -> PeerReading.pacs(section, folder))
                .orElse(PeerReading.NO_PACS);
        return new SiteSettings(self, pacs, worklists(self), sources(self.port(), pacs.issuer()),
                root.section("relevance", Keys.RELEVANCE).map(RulesReading::rules).orElse(RelevanceRules.DEFAULT),
                ProcedureReading.table(root.sections("procedures", Keys.PROCEDURE), proceduresOfSources),
                root.section("exclude", Keys.EXCLUDE).map(PatientReading::exclusions).orElse(Exclusions.NONE),
                databaseUrl());
    }

    private SelfSettings self(Section section) {
        String aeTitle = section.required("aeTitle", Names.AE_TITLE);
        Integer port = section.optional("port", Names.PORT);
        String host = section.has("port") ? section.required("host", Names.HOST)
                : section.optional("host", Names.HOST, "localhost");
        return new SelfSettings(aeTitle, host, port, TlsReading.ofListener(section, folder));
    }

    private List<WorklistSettings> worklists(SelfSettings self) {
        Set<String> names = namesInUse();
        WorklistReading reading = new WorklistReading(self, folder);
        List<WorklistSettings> worklists = new ArrayList<>();
        for (Section section : root.sections("worklists", Keys.WORKLIST)) {
            checkName(section, names);
            reading.read(section).ifPresent(worklists::add);
        }
        return worklists;
    }

    private List<SourceSettings> sources(@Nullable Integer ownPort, @Nullable String pacsIssuer) {
        if (!root.has("sources")) {
            root.problem("sources", Message.of("settings.missingKey", "sources"));
        }
        Set<String> names = namesInUse();
        List<SourceSettings> sources = new ArrayList<>();
        for (Section section : root.sections("sources", Keys.SOURCE)) {
            checkName(section, names);
            if (section.has("procedures")) {
                proceduresOfSources.putIfAbsent(section.optional("name", Names.PEER, ""),
                        section.sections("procedures", Keys.PROCEDURE));
            }
            PeerReading.source(section, ownPort != null, pacsIssuer, folder).ifPresent(sources::add);
        }
        return sources;
    }

    private static Set<String> namesInUse() {
        return new HashSet<>(Set.of(StudyRef.PACS));
    }

    private static void checkName(Section section, Set<String> names) {
        String name = section.required("name", Names.PEER);
        if (name.equalsIgnoreCase(StudyRef.PACS) || name.equalsIgnoreCase(StudyRef.MEDIA)) {
            section.problem("name", Message.of("settings.reservedName", name));
        } else if (!name.isEmpty() && !names.add(name)) {
            section.problem("name", Message.of("settings.duplicateName", name));
        }
    }

    private @Nullable String databaseUrl() {
        Optional<Section> database = root.section("database", Keys.DATABASE);
        return database.isPresent() ? database.get().optional("url", Names.DATABASE_URL) : null;
    }
}
