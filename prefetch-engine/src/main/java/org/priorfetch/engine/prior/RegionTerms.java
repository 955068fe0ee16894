package org.priorfetch.engine.prior;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.priorfetch.engine.model.BodyRegion;

/**
 * The everyday words for regions in English and German, with PS3.16 Annex L's values for Body Part Examined. A star marks
 * where a word may go on; the longest word counts, so that "Handgelenk" is no hand and "Schenkelhals" no neck.
 */
final class RegionTerms {

    private static final String WORDS = """
            : *handlung*, *vorhanden*, handout, head first, feet first, bauchlage, rückenlage, beinhalt*, head coil
            : body coil, facette*, facet
            HEAD: head, kopf*, *schädel*, skull*, brain*, *gehirn*, hirn*, cerebr*, zerebr*, *crani*, *krani*, cct
            HEAD: cctm, cmrt, cmri, sella, hypophyse*, pituitar*, felsenbein*, mastoid*, petrous, temporal bone*
            HEAD: iac, iacs, kleinhirn*, cerebell*, stroke*, schlaganfall*, circleofwillis, willis, khbw, scalp, ear
            HEAD: ears, ohr, innenohr*, mittelohr*, epilep*, demenz*, dementia, ncct, neurocran*
            FACE: face, facial, *gesicht*, nnh, *nebenhöhle*, sinus, sinuses, paranasal*, orbit*, auge, augen, eye
            FACE: eyes, nase, nasen*, nose, nasal*, *kiefer*, mandib*, maxill*, jaw*, tmj, zahn*, zähne, dental*
            FACE: tooth, teeth, opg, panorama*, jochbein*, jochbogen*, zygoma*, mouth, tongue, zunge*, cheek, cornea
            FACE: eyelid, sclera, viscerocran*
            NECK: neck, hals, halsweich*, halsgefäss*, halslymph*, *schilddrüse*, *thyroid*, carotis*, carotid*
            NECK: karotis*, karotid*, larynx*, pharynx*, kehlkopf*, trachea*, parotis*, parotid*, *speicheldrüse*
            NECK: salivary*, submandibul*, supraaort*, extracrani*, extrakrani*, supraclav*, vertebral arter*
            NECK: nasopharyn*
            HEAD+NECK: headneck, hirnversorg*
            CERVICAL_SPINE: hws, *halswirbel*, c spine, cspine, cervical spine, cervical, cerv spine, cervikal*
            CERVICAL_SPINE: zervikal*, dens, densziel*, atlas, hwk, c3, c4, c5, c6, c7, cervical vertebra*
            CERVICAL_SPINE+THORACIC_SPINE: ctspine, cervicothorac*, zervikothor*, c/t spine
            THORACIC_SPINE: bws, *brustwirbel*, t spine, tspine, thoracic spine, dorsal spine, th spine, bwk
            THORACIC_SPINE: thor spine, thoracic vertebra*
            THORACIC_SPINE+LUMBAR_SPINE: tlspine, tl spine, t/l spine, thoracolumb*, thorakolumb*
            LUMBAR_SPINE: lws, *lendenwirbel*, l spine, lspine, lumbar*, lumbal*, ls spine, lsspine, l/s spine, lwk
            LUMBAR_SPINE: lumbosa*, l1, l2, l3, l4, l5
            LUMBAR_SPINE+PELVIS: isg, iliosa*, si joint*, sijoint*, sacroilia*, sakroilia*, sacrum*, sacral*
            LUMBAR_SPINE+PELVIS: sakral*, sspine, *kreuzbein*, *steissbein*, coccy*
            SPINE: spine*, spinal*, *wirbel*, ws, gws, vertebra*, myelogra*, *rückenmark*, back, rücken, skoliose*
            SPINE: scolio*
            CHEST: *thorax*, thx, thorac*, thorak*, chest*, cxr, lung*, bettlunge*, pulmo*, hrct, rippe*, rib, ribs
            CHEST: sternum*, sterno*, *brustbein*, *mediastin*, brustkorb*, brustschmerz*, bronch*, pleur*, ctpa
            CHEST: lae, esophag*, oesophag*, ösophag*, speiseröhre*, axill*, thymus*, thoracic aorta, aorta thor*
            CHEST: thorakale aorta, aortenbogen*, aortic arch
            CHEST+ABDOMEN: aorta, aorten*, aortic, chestabdomen, chestabd, thorabd
            HEART: heart*, *herz*, cardia*, cardio*, kardia*, kardio*, *coronar*, *koronar*, calcium scor*, ca scor*
            HEART: myocard*, myokard*, tte, tee, echo, echocard*, echokard*, ccta, tavi, tavr, cardiac mr*
            HEART: aortic valve, aortenklappe*
            BREAST: breast*, *mamma*, mammo*, brust, brüste, *brustdrüse*, tomosynth*, galactogra*, galaktogra*
            ABDOMEN: *abdom*, abd, abdo, *bauch*, leber*, liver, hepat*, niere*, nebenniere*, kidney*, renal*
            ABDOMEN: renal pelvis, transplantatniere*, spenderniere*, *nierenbecken*, pankrea*, pancrea*, milz*
            ABDOMEN: spleen*, splen*, *gallen*, galle, gallbladder*, biliar*, bile*, bileduct, cholang*, mrcp, ercp
            ABDOMEN: magen*, stomach*, gastr*, duoden*, *darm, *därme, darm*, bowel*, colon*, kolon*, adrenal*
            ABDOMEN: sellink*, entero*, appendi*, ureter*, pyelogra*, retroperit*, jejunum, ileum, tace, sirt
            ABDOMEN: aorta abdom*, abdominal aorta, bauchaorta*, mdp, portal*, ruq
            ABDOMEN+PELVIS: abdomenpelvis, abdpelv*, ct a/p, ct ap, cta a/p, mr a/p, mri a/p, mrt a/p, ct a and p
            ABDOMEN+PELVIS: unterbauch*, lower abdomen, harnwege*, harntrakt*, urinary tract, uro ct, uro mr*
            ABDOMEN+PELVIS: ct uro*, mr uro*, urogra*, kub, ivp, ivu, stein ct
            PELVIS: *becken*, pelvis*, pelvic*, pelv, pel, *prostat*, uter*, ovar*, bladder*, *harnblase*, blase
            PELVIS: rectum, rectal*, rektum*, rektal*, enddarm*, testis, testic*, testes, hoden*, scrot*, skrot*
            PELVIS: penis, vagin*, vulva, gebärmutter*, cervix, *zervixka*, leiste, leisten*, inguin*, groin*
            PELVIS: symphys*, *darmbein*, ilium, *sitzbein*, *schambein*, defäkogra*, defecogra*, urethr*, zystogra*
            PELVIS: cystogra*, mcu, hsg, hysterosal*, perine*, obstetr*, schwangersch*, fetal, fetus, gyn*
            PELVIS: transvag*, buttock*, gesäss*
            CHEST+ABDOMEN+PELVIS: chestabdpelv*, cap, ct tap, cta tap, c/a/p, t/a/p, chest/a/p, thorax/a/p, thx/a/p
            CHEST+ABDOMEN+PELVIS: rumpf*, trunk, torso, chest to pelvis
            NECK+CHEST: neckchest
            NECK+CHEST+ABDOMEN: neckchestabdomen, neckchestabd
            NECK+CHEST+ABDOMEN+PELVIS: neckchestabdpel*, ncap, neck to pelvis
            SHOULDER: *schulter*, shoulder*, clavic*, klavik*, *schlüsselbein*, scapul*, skapul*, ac gelenk*
            SHOULDER: ac joint*, acg, rotator*, humeruskopf*, humeral head, sc gelenk*, sc joint*
            UPPER_ARM: *oberarm*, humer*, upper arm*
            ELBOW: *ellenbogen*, *ellbogen*, elbow*, radiuskopf*, radiusköpf*, radial head, olecran*, olekran*
            FOREARM: *unterarm*, forearm*, radius*, ulna*, radiusulna
            WRIST: *handgelenk*, wrist*, *handwurzel*, carpal*, carpus, karpal*, scaphoid*, skaphoid*, kahnbein*
            WRIST: distaler radius*, distal radius, radiocarp*, radiokarp*
            HAND: hand, hände, hands, handskelett*, handaufnahme*, mittelhand*, *finger*, daumen*, thumb*, metacarp*
            HAND: metakarp*, mhk
            UPPER_LIMB: arm, arms, arme, armvene*, armarter*, upper extrem*, obere extrem*, oberen extrem*
            UPPER_LIMB: upper limb*
            HIP: *hüft*, hip, hips, *schenkelhals*, femoral neck, femoral head, femurkopf*, neck of femur
            HIP: *acetabul*, *azetabul*, lauenstein*
            THIGH: *oberschenkel*, femur*, femor*, thigh*
            KNEE: *knie*, knee*, patell*, menisk*, menisc*, kreuzband*, cruciate
            LOWER_LEG: *unterschenkel*, tibia*, fibula*, lower leg*, calf, calves, tib/fib, tib fib, schienbein*
            LOWER_LEG: wadenbein*, wade
            ANKLE: *sprunggelenk*, osg, usg, ankle*, *knöchel*, malleol*, talus*, talar*, syndesm*, achilles*
            FOOT: *fuss*, füsse*, foot, feet, *zehe*, toe, toes, calcan*, kalkan*, ferse, fersen*, heel*, metatars*
            FOOT: hallux*, plantar*, forefoot, hindfoot, midfoot
            LOWER_LIMB: leg, legs, bein, beine, *beinvene*, *beinarter*, ganzbein*, beinachse*, lower extrem*
            LOWER_LIMB: untere extrem*, unteren extrem*, lower limb*, pavk, long leg*
            UPPER_LIMB+LOWER_LIMB: extremit*
            VESSELS: *angio*, cta, mra, dsa, phlebogra*, *vene, *venen*, vein*, venous, vascul*, *gefäss*, arter*
            VESSELS: dialyseshunt*
            WHOLE_BODY: *ganzkörper*, whole body, wholebody, wb, total body, polytrauma*, trauma scan, traumaspiral*
            WHOLE_BODY: skelettszint*, knochenszint*, skeletal survey, bone scan, babygram*, pan scan, panscan
            WHOLE_BODY: skull base to, schädelbasis bis, schädel bis, eyes to thighs, vertex to, trauma spirale
            """;

    static final List<RegionTerm> LONGEST_FIRST = WORDS.lines()
            .flatMap(RegionTerms::parse)
            .sorted(Comparator.comparingInt((RegionTerm term) -> term.text().length()).reversed())
            .toList();

    private RegionTerms() {}

    private static Stream<RegionTerm> parse(String line) {
        int colon = line.indexOf(':');
        Set<BodyRegion> regions = Arrays.stream(line.substring(0, colon).split("\\+"))
                .filter(name -> !name.isEmpty())
                .map(BodyRegion::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BodyRegion.class)));
        return Arrays.stream(line.substring(colon + 1).split(","))
                .map(String::strip)
                .flatMap(RegionTerms::written)
                .distinct()
                .map(notation -> RegionTerm.parse(notation, regions));
    }

    /** With umlauts written out, and without their dots as systems do that know no umlauts. */
    private static Stream<String> written(String notation) {
        return Stream.of(notation.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"),
                notation.replace("ä", "a").replace("ö", "o").replace("ü", "u"));
    }
}
