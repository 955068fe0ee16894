package org.priorfetch.engine.dicom;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.internal.pdu.RoleSelection;

/**
 * What an association is for: services that we use, storage classes that we send, and storage classes that we take in
 * C-GET sub-operations (PS3.7 D.3). At most 128 presentation contexts fit (PS3.8 9.3.2.2).
 *
 * @param window whether several operations at a time are of use
 */
record Contexts(Set<String> services, Set<String> sent, Set<String> received, boolean window) {

    static final String VERIFICATION = "1.2.840.10008.1.1";
    static final String STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1";
    static final String STUDY_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.2.2";
    static final String STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3";
    static final String STORAGE_COMMITMENT = "1.2.840.10008.1.20.1";
    static final String WORKLIST_FIND = "1.2.840.10008.5.1.4.31";

    /** For questions about studies and what they hold, and for nothing else. */
    static final Contexts FINDING = forService(STUDY_ROOT_FIND);

    private static final int MOST = 128;
    private static final int SERVICES_ALONGSIDE = 3;

    /** So many storage classes fit into one association, each with every transfer syntax. */
    static final int STORAGE_CLASSES = (MOST - SERVICES_ALONGSIDE) / TransferSyntaxes.ALL.size();

    Contexts {
        services = Set.copyOf(services);
        sent = Set.copyOf(sent);
        received = Set.copyOf(received);
    }

    /** Several operations at a time are of use where images pass. */
    Contexts(Set<String> services, Set<String> sent, Set<String> received) {
        this(services, sent, received, !sent.isEmpty() || !received.isEmpty());
    }

    static Contexts forService(String service) {
        return new Contexts(Set.of(service), Set.of(), Set.of());
    }

    static Contexts forSending(Collection<String> storageClasses) {
        return new Contexts(Set.of(), Set.copyOf(storageClasses), Set.of());
    }

    static Contexts forSendingAndFinding(Collection<String> storageClasses) {
        return new Contexts(Set.of(STUDY_ROOT_FIND), Set.copyOf(storageClasses), Set.of());
    }

    static Contexts forGetting(Collection<String> storageClasses) {
        return new Contexts(Set.of(STUDY_ROOT_GET, STUDY_ROOT_FIND), Set.of(), Set.copyOf(storageClasses));
    }

    /** Takes images whichever way they are asked for, and answers questions before. */
    static Contexts forListingAndRetrieving(Collection<String> storageClasses) {
        return new Contexts(Set.of(STUDY_ROOT_FIND, STUDY_ROOT_GET, STUDY_ROOT_MOVE), Set.of(),
                Set.copyOf(storageClasses), true);
    }

    /** Whether no images pass. */
    boolean isQuestion() {
        return sent.isEmpty() && received.isEmpty() && !services.contains(STUDY_ROOT_MOVE);
    }

    boolean covers(Contexts need) {
        return services.containsAll(need.services) && sent.containsAll(need.sent)
                && received.containsAll(need.received) && (window || !need.window);
    }

    AAssociateRQ request(String calledAeTitle, String callingAeTitle) {
        AAssociateRQ request = new AAssociateRQ();
        request.setCalledAET(calledAeTitle);
        request.setCallingAET(callingAeTitle);
        request.setImplClassUID(Toolkit.IMPLEMENTATION_CLASS_UID);
        request.setImplVersionName(Toolkit.IMPLEMENTATION_VERSION_NAME);
        for (String service : new TreeSet<>(services)) {
            add(request, service, TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN, TransferSyntaxes.IMPLICIT_LITTLE_ENDIAN);
        }
        for (String storageClass : storageClasses()) {
            TransferSyntaxes.ALL.forEach(syntax -> add(request, storageClass, syntax));
        }
        received.forEach(uid -> request.addRoleSelection(new RoleSelection(uid, sent.contains(uid), true)));
        return request;
    }

    private List<String> storageClasses() {
        return Stream.concat(sent.stream(), received.stream()).distinct().sorted().toList();
    }

    private static void add(AAssociateRQ request, String abstractSyntax, String... transferSyntaxes) {
        int id = 2 * request.getNumberOfPresentationContexts() + 1;
        request.addPresentationContext(new Presentation(id, abstractSyntax, transferSyntaxes));
    }
}
