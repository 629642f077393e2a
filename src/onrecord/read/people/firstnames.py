"""The usual gender of first names: a short list of our own; what it lacks stays unknown or is told by the ending."""

from __future__ import annotations

from functools import lru_cache

from onrecord.read.people.lists import listed
from onrecord.read.people.names import fold

_FEMALE = """
ada adele adeline agata agnes agnieszka aisha aisulu alejandra alena alexandra alice alina alison allison amal
amanda amara amelia amina amy ana anahit anastasia andrea angela angelina anita ann anna anne annette annie antonia
anya aroha arlene asma astrid audrey aurelie ayesha aylin barbara beatrice beatriz becky bella benazir bernadette
beth betsy betty beverly bintou birgit bonnie brenda bridget brigitte camila carla carly carmen carol carole
caroline carolyn catherine cathy cecilia celestine celia charlotte chelsea cheryl chiara chipo chloe christina
christine cindy claire clara claudia colleen condoleezza constance corinne coumba courtney crystal cynthia dagmar
daniela danielle daphne dara deborah debbie debra delphine denise diana diane dilma dolores donna dora doris dorothy
ebba edith edna eileen elaine eleanor elena elisabeth elisaveta elizabeth ella ellen elsa emilia emily emma erika
esther eugenia eun-ji eva evanthia eve evelyn farida fatima fatou federica felicia fiona florence frances francesca
freya gabriela gabrielle gail gemma genevieve georgina geraldine gertrude gesine gina giorgia giulia gladys glenda
gloria grace graciela greta gulbahor gwen gwendolen hadiya haley hanan hanna hannah hanneke harriet hazel heather
heidi helen helena helene henrike hilary hillary hoda holly hope huda ida ifeoma ilse immaculée ines ingeborg ingrid
irena irene irina iris isabel isabella itzel ivana ivanka jacqueline jacinda jadwiga jamila jane janet janice
jasmine jean jeanne jelena jen jennifer jenny jess jessica jill jo joan joanna jocelyn jodi josephine joy joyce
juanita judith judy julia juliana julie june kamala kara karen karin karina karla kate katherine kathleen kathryn
kathy katie katja katrina kay kayla kelly kerry khadija kim kirsten kristen kristin kristina lara larissa laura
lauren layla leah leila lena leocadia leonor leontina leyla lidia lily lina linda lindiwe lisa liz lois lola lorena
loretta lori lorraine louise lubna lucia lucy ludmila luisa lupe lydia lynn mabel madeleine madeline magda maggie
mahsa malala malalai manal marcia margaret margarita marguerite maria mariam marian marie marika marina marine
marion marissa marjorie marlene marsha marta martha martina mary maryam maureen maya meera meg megan meghan melania
melanie melinda melissa mercedes meredith michele michelle mila milagros milica mildred mina minna miranda mireille
miriam mirjam misha moira molly mona monica monika morwenna muriel myra nabila nadia nadine najat nana nancy naomi
narges natalia natalie natasha nazli nazreen nellie nerys ngozi nguyet nicola nicole nicoletta nikki niloufar nina
noelle noor nora norma nuria odette oksana olena olga olivia olympia ottilie oyunaa paige paloma pamela patience
patricia patty paula pauline penelope penny philippa phoebe phyllis pilar polina priscilla priya queen rachel rania
raquel rashida rebecca regina rene renee renata rhonda rima rita roberta robin romina rosa rosalind rose rosemary
roxana rukhsana ruth sabina sabine sabrina sadia saima sally salma samantha sandra saoirse sara sarah saskia shannon
sharon sheila shelley shirin shirley sienna sigrid silvia simone sofia sonia sophia sophie stacey stella stephanie
sunniva susan susana susanna susanne suzanne svetla svetlana sylvia sylvie tamara tammy tania tanya tara tatiana
tatyana teresa tess tessa thandeka theresa therese tina tracy trudy tsai ulrike ulla uma ursula valentina valeria
valerie vanessa vera verity veronica vicki victoria viola violet virginia vivian viviane wafa wairimu wangari wanda
wendy wilhelmina wilma winifred winnie xiomara ximena yael yasmin yelena yevhenia ylva yolanda yulia yuliya yusra
yvette yvonne zahra zainab zara zawadi zeinab zoe zofia zsuzsanna shoshanna hepzibah nokuthula nomin nino
mireille solange odile simone ginette monique chantal josiane nathalie sandrine amelie solveig ragnhild tove mette
pernille birgitte hanne marit annegret gisela hildegard heike silke anke antje svenja katarina zuzana milena snezana
vesna gordana biljana mirjana iryna nadiya galina lyudmila natalya ildiko katalin eszter orsolya judit magdalena
malgorzata beata jolanta grazyna krystyna dorota iwona urszula halina kersti salome ketevan lusine anush gayane zeynep
emine ayse fatma hatice masoumeh parvaneh azadeh fatemeh nasrin samira noura reem najla sumaya bushra reema folake
yewande aminata fatoumata mariama kadiatou aissatou nafissatou wanjiru njeri akinyi wambui thandi nomvula zanele
busisiwe tsitsi jeannette michaela veronika tereza cristina estela alicia noemi leticia begona sushma nirmala smriti
priyanka meenakshi lakshmi sunita anjali kavita rekha vijaya shireen khaleda retno yuriko tomomi midori makiko kaori
akiko noriko naoko michiko haruko fiame mei-ling geun-hye
abeba adaeze adaora adwoa afia agnieta aigerim aigul ainur aino akosua akua alejandrina alenka aliye alma ambra ananya
andreea anneke annika anneli annikki anusha aoife ariadna arzu ashanti asel astghik aude aurora ayan ayaan aynur aysel
bahar banu begum bente berit bilge bogumila bolormaa bozena branka bridie britt bronagh bronwyn caoimhe caridad carme
casilda catrin celeste ceren chiamaka chidinma chimamanda chinwe danuta deirdre delyth dilnoza dina dolly dorthe
dragana ebru edda eilidh eimear eira elif elin elke elspeth enkhtuya esra esperanza estelle ewa fadime fadwa farah
faten femke ffion fionnuala fiorella flavia fleur folasade fumiko funmilayo gerda gitte gohar goncagul gro grainne
guadalupe gudrun gulnar gulnara gunhild habiba hafsa hagar hala hasmik hedda hedwig heba helga hilde hortense hiroko
ikram ilana ilona imelda imke indira inge ingunn ioana ishbel isolde jadranka jaroslava jasna johanne jorunn jutta
kaija kadri karolina katarzyna kateryna keiko kerstin khadijah kinga kirsi kirsti klara klaudia kumiko ladan lamia
latifa leena liesbeth lieselotte lisbet liselotte liv ljiljana ljubica lotta lotte lourdes lucrecia ludivine lumila
maeve mahalia maike mairead maja malin manon maren mareike margit margrethe mariko marketa marlies marzena marwa
mathilde maud meike meseret mieke mojca montserrat morag mwajuma naledi nandi nazanin ndidi nevena ngozika niamh
nilufar nkechi nokwazi nour oddny olwen orla oyinlola paivi petronella pirkko rachida raghnhild raisa randi ritva ritu
roisin rosario ruxandra saana sabah saffron safiya sakura sanna sarita satu semra senait seren shabnam sian signe silje
sinead siobhan siri slavica smilja soraya soumaya stavroula suzana szilvia tamsin tanja tanvi tatjana thandiwe thora
tiina tomoko torunn trine tuulikki tuya vanja vibeke violeta vjosa wiebke xiadani xochitl yasmina yetunde yesenia yoko
yoshiko zdravka zehra zlata zsofia
"""
_MALE = """
aaron abbas abdallah abdelaziz abdul abdulaziz abdullah abe abel abioye abraham adam adel adnan adrian ahmad ahmed
akira aksel alain alan alastair albert alberto aldo alec alejandro aleksandar aleksandr aleksei alessandro alex
alexander alexandre alexei alexey alfonso alfred ali alistair allan allen alvin amadou amar ambrose amir amos
anatoly anders andré andre andreas andrei andres andrew andrey andrius andrzej andy angelo angelino anselm anthony
antoine anton antonio antony archie ari armand arne arnold arthur arturo asher ashraf augusto austin axel ayman
azamat bakhtiyar barack barnaby barney barry bart bashar basil bassam bayu ben benedict benjamin benny bernard
bernie bert bill billy bjarni bjorn blake bob bobby bongani boris brad bradley brandon brendan brent brett brian
bruce bruno bryan burak byron callum calvin cameron carl carlo carlos casimir casper cedric cesar chad charles
charlie chris christian christoph christopher chuck clarence claude claus clay clement cliff clifford clint clive
cody colin connor conor conrad corey cory craig curtis cyril cyrus daisuke dale damian damien damon dan daniel
danilo danny darren darryl dashiell dave david davud dean declan delroy denis dennis derek derrick desmond devin
dick diego dieter dilshod dimitri dimitris dirk dmitri dmitry dominic dominik dominique don donald donny dorjan doug
douglas duncan dwight dylan earl ed eddie edgar edmund eduardo edvin edward edwin efrain ehud eirik elias elijah
elliot elliott emanuel emil emmanuel emre enrico enrique eric erik ernest ernesto erwin esteban ethan eugene evan
evgeny fabian fabio fadi faisal farid farrukh fawzi federico felix ferdinand fergal fernando fidel filip florian
floyd francesco francis francisco franco francois frank frankie franz fred freddie frederic frederick friedrich
fyodor gabor gabriel gareth gary gavin gbenga gene gennady geoff geoffrey georg george georges gerald gerard gerhard
ghassan gianni gideon gilbert gilles giorgi giorgio giovanni giuseppe glen glenn gordon goran graham grant greg
gregory grigory guido guillaume gunnar gus gustav guy habib haitham hakan hakim hamad hamid hamish hank hans harald
haris harold harry haruto harvey hasan hassan hector heitor helmut henri henrik henry herbert herman hilmar hiroshi
horst hosni hossein howard hubert hugh hugo hussein hussain ian ibrahim idris ignacio ignatius igor ilan ilhan ilya
imad imran isaac ismail ivan ivo jack jackson jacob jacques jaime jair jake jakob jamal james jamie jan jared jason
javad javier jay jean-claude jean-luc jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joao
joaquim joaquin joe joel joern johan johann john johnny jomo jon jonas jonathan jordan jorge jose josef joseph josh
joshua juan jules julian julio julius junaid jurgen justin kaarle kamal karel karim karl kaspar keith ken kenneth
kenny kent kevin khaled khalid khalil kirk kjell klaus kofi konrad konstantin kristian kurt kwabena kwame kyle
lachlan lakhdar lamberto lance larry lars laszlo lauri laurent lawrence lazaro lech lee len lennart leo leon leonard
leonardo leonid leopold leroy leslie lev lewis liam linus lionel lloyd lorcan lorenzo lou louis luca lucas luciano
ludvik luigi luis luiz lukas luke mahmoud malcolm manfred manuel marc marcel marcello marcelo marco marcos marcus
marek marian mario mark marko markus marshall martin marvin massimo mateus matt matteo matthew matthias maurice
mauro max maxim maximilian mehdi mehmet mel melvin michael michal michel mick miguel mihail mike mikhail miguel
milan miles milos minjun mitch mitt mladen moaz mohamed mohammad mohammed mohsen moises morgan moritz morris moshe
mostafa muhammad murat murray mustafa mutasim naftali nasser nathan nathaniel ned neil nelson nestor newt nicholas
nick nicolas nigel nikita niklas nikola nikolai nikos nils noah noel nolan norbert norman nouri nuri obafemi obinna
oleg olaf oleksandr oliver olivier omar orhan oscar oskar osman otto ousmane owen pablo paolo pascal pat patrick
paul paulo pavel pedro percy perry pete peter petr petro phil philip philippe phillip pierre piers pieter piotr
pradeep rafael rahim rahul raj rajiv ralph ramon ramzan randall randy rashid raul ravindra ray raymond razvan recep
reg reggie reinhard rex riad ricardo riccardo richard rick ricky rigoberto riyad rob robert roberto rod roderick
rodney rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudy rufus rupert russell rustem
ruy ryan saad sadiq said saif salah salim salman salvador sam sameh sami samir samuel sean sebastian serge sergei
sergey sergio seth shane shaun sheldon sherman shigeru shinzo sid silvio simon sipho slobodan solomon soren spencer
stanimir stan stanislav stanley stefan stefano steffan stephan stephen steve steven stewart stuart sven sylvester
tadeusz taha takeshi tamas tarek tarak tareq tariq tayyip ted teodor terrence terry thabo theo theodore thierry
thomas tiago tim timothy tobias toby todd tom tomas tomasz tommy tony travis trevor tyler ulf ulrich umar vaclav
valery vernon viktor victor vikram vincent vitaly vito vladimir vlademir vlad vojtech volodymyr wade waleed walid
wallace wally walter wang warren wayne wendell werner wesley wilbur wilfred will willem william willy wim winston
wolfgang xavier yaacov yahya yair yakov yann yannick yasser yevgeny yevhen yiannis yitzhak yoav yoshihiko youssef
youssou yuri yves yusuf zach zachary zalmay zbigniew zeid ziad zoran tendai bekzat
fumio yasuo junichiro hirokazu kenji takashi minoru satoshi makoto jae-in jianguo zhiqiang weidong joko prabowo
susilo bambang anwar mahathir najib benigno narendra amit rajnath manmohan arvind piyush ashok sanjay vijay anil sunil
ajay rakesh suresh ramesh mahesh dinesh mukesh nawaz shehbaz asif bilawal pervez ahsan ebrahim masoud saeed behrouz
majid esmail kazem bahram nursultan shavkat serdar almazbek ruslan daniyar yerzhan nurlan askar ilham elmar gagik levon
davit irakli mikheil zurab tomislav milorad bojan slavko ilir bujar hashim dimitrios kyriakos antonis giorgos kostas
evangelos panagiotis yannis andras istvan zoltan gergely balazs tibor jozsef mateusz jaroslaw radoslaw krzysztof marcin
pawel wojciech grzegorz andrej jiri radek eduard traian liviu nicolae plamen ivaylo dmytro oleksii andriy mykhailo
serhiy valeriy vyacheslav yury vasily yegor mogens rasmus troels magnus fredrik espen petteri jyrki matti andrus geert
wouter jeroen maxime didier jean-yves jean-noel jean-pierre stephane frank-walter heiko armin volker lothar uwe mariano
felipe anibal nuno geraldo mauricio alvaro gustavo guillermo vicente leopoldo henrique filipe armando yoweri abdalla
muhammadu alassane idriss patrice abdelmadjid moncef nabil fayez avigdor nechirvan abdulrahman ahmet mevlut hulusi kemal
ekrem yasar
abai abdoulaye abebe adomas adewale aodhan aidan akash aled alesandro algirdas alpha amare andile angus anselme antanas
antero antti aonghas ardit arjun armen arnaud artan arvid asbjorn asger athanasios attila audrius aurel azmin babajide
babatunde baurzhan bakhyt bakytzhan baptiste baraka bartosz bastien bayram bedrich bektur benedek berk bertil bilal
bogdan bogumil boleslaw borislav borut boro branimir bronislaw caleb cathal cem chidi chidiebere chinedu chukwuma
ciaran cillian claudiu colm corneliu cormac cosmin cristobal cuthbert dafydd dagfinn daithi damir darius dejan deniz
dermot desta dewi diarmuid dieudonne dimosthenis dinh dragan drazen dumisani duarte dusan dzmitry eamon ebenezer edgars
egil eitan emeka emrah ender ercan erlend ermias etienne euan evaristo ewan fergus ferenc finlay fikret folke frode
gaspard gebre getachew gheorghe gintaras gruffydd gudmundur guilherme gwilym haakon habtamu halvor hamza haralds havard
heikki hernan herve hideo hisham hristo huw hywel iain ibai ibrahima ifan ikechukwu ilmari indrek ioan ioannis iskander
isidro iwan jaakko jacek jakub jan-erik janez janis janos jari jarle jerzy jiro joginder jomart jorgen josip juozas
juris kaarel kacper kaito kamran karlis karsten katsuro kazimierz kees kenan kestutis keto kojo koray kristjan kwasi
leif luan lubomir ludek luka lukasz maciej mahamadou mamadou marat margus martinas matej matyas mbongeni melaku mihai
mikko miloslav mindaugas miroslav modou moussa musa mthunzi naoki nikolaos njabulo nkosana nizar oddvar odd oisin olav
olumide olusegun oluwaseun ondrej onur owain padraig paavo pavol pekka pelle per petar petros predrag przemyslaw
raimonds ragnar ragnvald rauf reidar renars rhodri rhys roald roar robertas rolandas rui ryszard sakari salif samuli
samkelo sandor santeri sava sebastiao seamus sekou senad seppo shamil sibusiso sigurd sigurdur sindre sizwe slawomir
snorri soner stavros stein stig stoyan sulaiman svein szymon taavi tadej tafari talgat tamaz taneli tariku tarmo tapio
teemu temur tesfaye tevfik thanos themba thulani theogene thor thorbjorn tiberiu tigran timur toivo toma tomasi tomoki
torbjorn tore torgrim torsten trygve tsvetan tudor tudur turgut ueli uffe umut uros valdemar valdis valter vasile
vasilis veikko veljko vidar viggo viljar vilmos virgil visvaldis vlado vojin vuk waldemar wendelin wiktor witold
wlodzimierz yaromir yaw yefim yilmaz yonas yordan yusup zafer zbynek zdenek zdravko zeljko zenon zhivko zvonimir
"""
# Either gender's, one of them more often.
_RATHER_MALE = listed("chris pat sam alex jordan terry francis lee jamie jan joe rene laurence casey morgan sasha")
_RATHER_FEMALE = listed(
    """
    leslie robin kim kelly tracy stacey shannon dana ashley courtney lindsey lindsay jean marion kerry sandy jackie jo
    andrea simone nicola marian misha nikita taylor avery riley
    """
)
# Endings of first names that nearly always are a woman's; the exceptions are in the list above.
_ENDINGS = ("a",)
SURE, BY_ENDING, RATHER = 1.0, 0.45, 0.4


@lru_cache(maxsize=8192)
def gender_of(first_name: str) -> float:
    """Between -1 (a woman's name) and 1 (a man's); 0 when the name does not tell."""
    folded = fold(first_name)
    if folded in _RATHER_MALE or folded in _RATHER_FEMALE:
        return RATHER if folded in _RATHER_MALE else -RATHER
    female, male = folded in _FEMALES, folded in _MALES
    if female != male:
        return -SURE if female else SURE
    if female or len(folded) < 3:
        return 0.0
    return -BY_ENDING if folded.endswith(_ENDINGS) else 0.0


_FEMALES = frozenset(map(fold, _FEMALE.split()))
_MALES = frozenset(map(fold, _MALE.split()))
