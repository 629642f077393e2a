"""The usual gender of first names: a short list of our own; what it lacks stays unknown or is told by the ending."""

from __future__ import annotations

from functools import lru_cache

from onrecord.read.people.lists import listed
from onrecord.read.people.names import fold

_FEMALE = """
blessing grace faith joy mercy patience rose dawn
remedios dolores mercedes milagros consuelo rosario amparo socorro lourdes nieves angeles reyes
abeba abigail ada adaeze adaora adele adeline adriana adwoa afia agata agathe agnes agnese agnieszka agnieta aideen
aigerim aigul ailbhe ailsa aine aino ainur aisha aisling aissatou aisulu akiko akinyi akosua akua alejandra
alejandrina aleksandra alena alenka alexandra alexia alice alicia alina alison aliye allison alma alyssa amaka amal
amanda amara amarachi ambra amelia amelie amina aminata amrita amy ana anahi anahit anais ananya anastasia anastasija
andrea andreea anela anezka angela angele angelina angharad anika anita anjali anke ann anna annabel annabelle anne
annegret anneke anneli annelies anneliese annette annick annie annika annikki ansa anthea antje antonia anu anush
anusha anushka anya aoibhinn aoife apinya arabella araceli arbesa archana ariadna arja arlene aroha arpita arzu asel
ashanti ashima asma asmaa asta astghik astrid asuka aud aude audra audrey aurelie aurora ava ayaan ayaka ayan ayanda
ayano ayesha aylin aynur ayse aysel azadeh azra babette bahar balbina banu barbara basma bea beata beatrice beatriz
becca becky begona begum belen bella benazir bente berit bernadeta bernadette bernarda bernice bertha beryl beth betsy
bettina betty beverly bianca bibi bilge biljana bintou birgit birgitta birgitte blanca bogumila bolanle bolormaa
bonita bonnie bozena branka brenda brianna brid bridget bridie brigitte britt bronagh bronwen bronwyn brooke bukola
bushra busisiwe caitlin caitriona camila candace caoimhe cara caridad carina carla carlota carly carme carmen carol
carole caroline carolyn caron carys casilda cassandra catarina caterina catherine cathy catrin cecile cecilia cecilie
celeste celestine celia ceren ceri chanel chantal charlotte charmaine charu chelo chelsea cheryl chiamaka chiara
chidinma chimamanda chinwe chioma chipo chitra chloe christa christel christiane christina christine chrystal ciara
cilla cindy claire clara clarissa claudette claudia clementine clodagh colleen concepcion condoleezza constance
consuelo cora coralie corazon cordelia corina corinne cosima coumba courtney cristina crystal cynthia dafne dagmar
dagmara dagny daiva dalia danica daniela danielle danuta daphna daphne dara darya deanna debbie deborah debra deepa
deepika deirdre delfina delia delilah delphine delyth denisa denise desiree devi diana diane dilma dilnoza dina diya
djamila dolly dolores dominika donatella donna dora doris dorota dorothea dorothy dorte dorthe dragana drita dunja
durdana dympna ebba ebru edda edel edit edita edith edna edwina efua eileen eilidh eilis eimear eira eithne ekaterina
elaine eleanor elena eleni eleonora eleonore elif elin elina elisa elisabeth elisaveta elise elissa eliza elizabeth
elka elke ella ellen elma elodie eloise elsa elsbeth elspeth elvira elzbieta emer emilia emilie emily emine emma
emmanuelle ene enid enkhtuya erika erin erna ernestine esi esme esperanza esra estela estelle esther estrella eszter
ethel etta eudora eugenia eun-ji eunice eva eva-maria evanthia eve evelina evelyn evgenia ewa fadia fadime fadwa fanny
farah farida fatemeh faten fathima fatima fatma fatou fatoumata faye federica felicia femke feride fernanda ffion
fiame fidelma filiz filomena fiona fionnuala fiorella flavia fleur flora florence floriana folake folasade franca
frances francesca franziska freda frederique freya frida fumiko funmilayo gabi gabriela gabrielle gail galia galina
gayane geeta gemma genevieve genoveva georgette georgina geraldina geraldine gerda germaine gertrude gesine geun-hye
ghada gillian gina ginette ginevra giorgia gisela giselle gita githa gitte giulia giuliana gladys glenda glenys gloria
glynis gobnait gohar goncagul gordana gosia graca grace graciela grainne grazia grazyna greta gretchen gro guadalupe
gudrun gulbahor gulnar gulnara gunhild gunilla gunnel gunvor gwen gwendolen gwendolyn gwyneth habiba hadiya hadiza
hafsa hagar hajar hala haley halima halina hanan hanna hannah hanne hanneke hannelore harriet haruko harumi hasmik
hatice hazel heather heba hedda hedwig heidi heike helen helena helene helga heli henriette henrike hepzibah hermione
hettie hetty hilary hilda hilde hildegard hillary hiroko hoda holly honora hope hortense huda hulya ibolya ida ifeoma
ikram ilana ildiko ilona ilse imaculee imelda imke immaculée imogen ina indira ines inga inge ingeborg ingela ingrid
ingunn inka inmaculada ioana ipek irena irene irina iris irma iryna isabel isabella isabelle isadora iseult ishbel
isla isolde itzel iva ivana ivanka ivona ivy iwona izabela jacinda jacinta jacqueline jadranka jadwiga jamila jana
jane janet janice janina janine jaroslava jasmin jasmina jasmine jasna jaya jayne jean jeanette jeanne jeannette
jelena jemima jen jenna jennifer jenny jess jessica jill jillian jitka jo joan joana joanna jocelyn jodi jodie johanna
johanne jolanta jomana jorunn josefa josefina josephine josiane josie joy joyce juanita judit judith judy julia
juliana julie juliet juliette june justina justine justyna jutta kadiatou kadri kaija kaja kajsa kamala kamila kanya
kaori kara karen kari karin karina karla karolina katalin katarina katarzyna kate kateryna katharina katherine
kathleen kathryn kathy katie katja katrien katrijn katrin katrina kavita kay kayla keiko keira kelly kemi keren kerry
kersti kerstin ketevan khadija khadijah khaleda kiara kim kimberly kinga kirsi kirsten kirsti kirstie kirsty klara
klaudia konstantina kornelia kristel kristen kristiina kristin kristina kristine krystyna ksenia kumiko ladan lakshmi
lamia lana lara larissa lata latifa latoya laura lauren laurie lavinia layla lea leah leanne leena leila lena lenka
leocadia leona leonie leonor leonora leontien leontina lesley leticia letitia lexi leyla lia lidia lien liene liesbeth
lieselotte ligaya lila lilian liliana lilith lillian lily lina linda lindiwe line linh linnea lisa lisbet lisbeth
liselotte lissa liv livia liz ljiljana ljubica loes lois lola lone lore loredana lorelei lorena loretta lori lorna
lorraine lotta lotte lottie louisa louise lourdes luana lubna lucia luciana lucie lucienne lucilla lucille lucinda
lucrecia lucretia lucy ludivine ludmila ludovica luisa lujain lumila lupe lusine luz lydia lyn lynda lynette lynn
lynne lyudmila mabel madalena maddalena madeleine madeline mae maeve magali magda magdalena maggie mahalia mahnaz
mahsa maia maija maike mairead mairi maisie maite maja makiko malak malala malalai malgorzata malika malin manal
mandisa mandy manon manuela mara marcela marcella marcelle marcia mare mareike maren margaret margareta margarita
margaux margit margot margrete margrethe marguerite maria mariam mariama marian mariana marianna marianne maribel
maricar maricel marie marie-claire mariela marielle marietta marija marika mariko marilyn marina marine marion marisa
marisol marissa marit marita mariya marjan marjorie marketa marlene marlies marsha marta martha marthe martina martine
marwa mary maryam maryna marzena masoumeh mathilde matilda maud maura maureen mavis maya mayumi meena meenakshi meera
meg megan meghan mei mei-ling meike melania melanie melati melike melina melinda melissa mercedes meredith merete
merethe merike merle merve meseret mette mia michaela michala michele michelle michiko midori mieke mihaela mila
milagros milda mildred milena milica mina mindy minna mira miranda mireia mireille mirela miriam mirjam mirjana mirta
misaki misha mitra moira moire mojca molly mona monica monika monique montserrat morag morna morwenna muireann mukta
muriel mwajuma myfanwy myra myriam myrna myrto nabila nadezhda nadia nadine nadira nadiya nafisa nafissatou naila
naima najat najla najwa naledi nana nancy nandi nandini nanette naoko naomi narges nasreen nasrin nastassja natalia
natalie nataliya natalya natasha nathalie nazanin nazli nazreen ndidi neema neha nela nelida nellie nelly nerys nessa
nevena ngozi ngozika nguyet nia niamh nicola nicole nicoletta nicolette nida nienke nikki niloufar nilufar nimmi nina
nino nirmala nisha nishat nives njeri nkechi nnenna noelia noelle noemi nokuthula nokwazi nomin nomsa nomvula noor
nora noreen noriko norma nour noura nthabiseng nuala nuha nura nurhaliza nuria oana octavia oddny odette odile odilia
ofelia ofentse oksana olena olga olha olive olivia olwen olympia omolara oonagh ophelia orla orlaith orsolya otilia
ottilie oyelola oyinlola oyunaa paige paivi paloma pam pamela paola parisa parvaneh parveen patience patricia patrizia
patrycja patty paula paulina pauline pavla pearl peggy penelope penny perla pernille petra petronella philippa phoebe
phumzile phyllis piia pilar pippa pirkko piroska polina polly pooja poppy preeti prisca priscilla priti priya priyanka
prudence puja purificacion qadira queen quynh rachel rachida radhika radka rafaela raghnhild ragna ragnhild rahel
raisa rajni ramona rana randi rania ranjana raquel rasa rashida rebecca reem reema regina reina reka rekha renata
renate rene renee renuka retno reyhan rhea rhian rhiannon rhoda rhonda ria rikke rima rita ritu ritva riya roberta
robin rocio roisin roksana romina romy ronja rosa rosalba rosalia rosalie rosalind rosamund rosana rosanna rosario
rose rosemary rosie rosita roswitha rowena roxana roxanne roya roz rozalia ruby rukhsana rukmini rupa rut ruta ruth
ruxandra saadia saana saba sabah sabina sabine sabrina sadia sadie saffron safiya saga sagal sahar saida saima sakura
salima sally salma salome saltanat samantha samia samira sana sandra sandrine sangeeta sanna sanne saoirse sara sarah
sari sarita saskia satu saule saundra savita scarlett selma semra senait seona serap seren serena shabana shabnam
shahnaz shaista shalini shamima shannon shanta shanthi sharmila sharon sheena sheila shelagh shelley shira shireen
shirin shirley shoba shobha shona shoshanna shreya shruti sian sibel sibylle sidonie sidsel sienna signe sigrid sigrun
silja silje silke silva silvana silvia simone sinazo sinead siobhan siri sissel sita siv slavica smilja smriti sneha
snezana sofia sofie solange solveig sonali sondra sonia sonja sonya sophia sophie soraya sorcha soumaya stacey
stavroula stefania stefanie steffi stella stephanie sujatha sukanya sumaya sumitra sunita sunniva susan susana susanna
susanne sushma susie suzana suzanne suzette svenja svetla svetlana swati sybil sylvia sylvie szilvia tabitha tacita
tahira tamar tamara tamika tammy tamsin tania tanja tanvi tanya tara tarja tasneem tatiana tatjana tatyana telma
teodora teresa teresita tereza terhi tess tessa thandeka thandi thandiwe theodora theresa therese thora thu thuy tiina
tilda tilly tina titilayo toini tomoko tomomi tone toril torunn tove tracy trine trisha trudi trudy tsai tsitsi tuija
tuuli tuulikki tuya twyla ulla ulrike uma una unnur urmila ursula urszula usha uta ute uzma valentina valeria valerie
vanessa vanja varvara vasiliki vasudha veena vera verena verity veronica veronika veronique vesna vibeke vicki vicky
victoria vidya vigdis vijaya viktoria viktorija vilma viola violet violeta violetta virginia virve viveca vivian
viviana viviane vivien vivienne vjosa wafa wahida wairimu wambui wanda wangari wanjiru wenche wendy wiebke wilhelmina
wilma winifred winnie xenia xiadani ximena xiomara xochitl yael yasemin yasmin yasmina yasmine yelena yesenia yetunde
yevgenia yevhenia yewande ylva yngvild yoko yolanda yoshiko yulia yuliya yumi yuriko yusra yvette yvonne zahra zainab
zandile zanele zara zawadi zaynab zdenka zdravka zehra zeina zeinab zelda zenab zeynep zhanna zinaida zinat zita zlata
zoe zofia zora zsofia zsuzsanna zubeida zuleikha zulfiya zuzana
"""
_MALE = """
idrissa lamine mousa
aamir aaron abai abbas abdalla abdallah abdelaziz abdelmadjid abdoulaye abdul abdulaziz abdullah abdulrahman abe abebe
abel abioye abner abraham achille achim adam adel adewale adil adnan adolfo adomas adrian adriano aengus afonso
agustin ahmad ahmed ahmet ahsan aidan aidar ailbert ajay akash akbar aki akim akin akira aksel alain alan alasdair
alassane alastair alban albert alberto albrecht aldo alec aled alejandro aleks aleksandar aleksander aleksandr aleksei
alesandro alessandro alex alexander alexandre alexandru alexei alexey alexis alfie alfonso alfred alfredo algernon
algirdas ali alistair allan allen almazbek alois alonso aloysius alpha alphonse alpo alun alvaro alvin alwyn amadou
amar amare amarjit ambrose ameen amir amit amos anand anastasio anatol anatole anatoly anders andile andras andre
andreas andrei andrej andres andrew andrey andris andrius andriy andrus andrzej andré andy angelino angelo angus
anibal anil ankit anselm anselme anselmo ansgar antanas ante antero anthony antoine anton antonin antonio antonis
antony antti anwar aodhan aonghas aonghus apostolos aram arash archibald archie ardal ardit ari arjen arjun arkady
arman armand armando armen armin arnaud arne arnold arsen arslan artan artem arthur artur arturas arturo arun arvid
arvind asad asante asbjorn asen asger asher ashok ashraf asif askar aslan ateeq athanasios atilla atle attila attilio
auberon audrius august augustin augustine augusto augustus aurel aurelio austin avigdor aviv avraham axel aydin ayman
ayub azamat aziz azmin babajide babak babatunde badr bahadir bahram bakari bakhtiyar bakhyt bakytzhan balazs baldev
baldur balint balthazar bambang baptiste barack barak baraka bardia barnabas barnaby barney barry bart bartholomew
bartolome bartolomeo bartosz bashar bashir basil basilio bassam bastien baurzhan bayram bayu baz bedrich behrouz
bektur bekzat bela ben benedek benedetto benedict benedikt benigno benito benjamim benjamin bennett benny benoit berk
bernard bernardo bernd bernhard bernie bert berthold bertil bertrand bharat bhupinder bilal bilawal bill billy birger
bjarne bjarni bjorn blaise blake blas bob bobby bogdan bogumil bojan bolat boleslaw bongani boniface bonifacio boris
borislav boro borut boyan brad bradley bram brandon branimir branko brendan brent brett brian bronislaw bruce bruno
bryan bryn bujar burak byron caetano cahal cahir caio caleb callum calum calvin cameron camilo candido carl carlito
carlo carlos carsten cas casimir caspar casper catalin cathal cecil cedric celestino celso cem cemal cenk cesar cezary
chad charles charlie chas chester chetan chidi chidiebere chidozie chijioke chike chima chinedu chinua chris christian
christof christoph christophe christopher christos chuck chukwudi chukwuemeka chukwuma ciaran cillian claes clarence
claud claude claudio claudiu claus clay clement cliff clifford clint clive clyde cody colin colm connor conor conrad
constantin constantine corey corin cormac corneliu cornelius corrado cory cosimo cosmin costas craig crisanto crispin
cristian cristiano cristobal curtis cuthbert cyprian cyril cyrus dafydd dagfinn dagur daisuke daithi dale damian
damien damir damon dan danie daniel daniele danil danilo daniyar danny dante dario darius darko darragh darrell darren
darrin darryl dashiell dave david davide davit davor davud dawid dawit dean declan deepak dejan delroy demetrio
demetrios demir denis deniz dennis denzil derek dermot derrick desmond desta detlef deven devin dewan dewi dexter
diarmuid dick didier diederik diego dieter dietmar dietrich dieudonne dilip dilshod dimitar dimitri dimitrios dimitris
dimosthenis dinesh dinh dino diogo dirk djibril dmitri dmitry dmytro dobromir domenico domingo domingos dominic
dominik dominique don donal donald donatien donato donnacha donncha donny donovan dorian dorjan doug dougal douglas
dragan drago drazen dries duarte dumisani duncan dusan dusko dustin dwayne dwight dylan dzmitry eamon eamonn earl
ebenezer eberhard ebrahim ed eddie eddy edgar edgars edmond edmund edoardo eduard eduardo edvard edvin edward edwin
eero efe efraim efrain egbert egidio egil egon ehsan ehud einar eino eirik eitan eivind ekrem elias elijah elio eliot
elliot elliott ellis elmar elmer elon elvis emanuel emanuele emeka emil emiliano emilio emlyn emmanuel emmet emmett
emrah emre enda ender endre eneko ennio enoch enrico enrique enver enzo eoghan eoin ephraim erasmus ercan erdem eric
erich erik erlend ermias ernest ernesto ernst erol errol erwin esmail espen esteban ethan etienne ettore euan eugen
eugene eugenio eustace evan evander evangelos evaristo everett evgeny ewald ewan eyal ezequiel ezra fabian fabien
fabio fabrice fabrizio fadi fahad faisal faiz faramarz farhad farid farouk farrukh faruk fathi faustino fausto fawzi
fayez federico fedor fela felician felipe felix fennimore ferdinand ferdinando ferenc fergal fergus fermin fernando
fidel fikret filip filipe filippo finlay finn fintan fionn flavio flemming florian florin floris floyd folke forrest
fouad francesco francis francisco franck franco francois frank frank-walter frankie frans frantisek franz fraser fred
freddie freddy frederic frederick frederik fredrik friedrich fritz frode fulgencio fumio fyodor gabe gabor gabriel
gabriele gaetan gaetano gagan gagik galen gareth garfield garret garrett garth gary gaspard gaston gavin gbenga
gebhard gebre geert genaro gene gennady gennaro geoff geoffrey georg george georges georgi georgios gerald geraldo
gerard gerardo gerd gergely gerhard gerrit gerry gert gervase getachew ghassan gheorghe giacomo gian giancarlo
gianluca gianni gideon gil gilbert gilberto giles gilles gino gintaras giorgi giorgio giorgos giovanni giulio giuseppe
glen glenn glyn godfrey goffredo gonzalo gopal gopinath goran gordon gottfried graeme graham grant greg gregor
gregorio gregory griffith grigor grigori grigory gruffydd grzegorz gualtiero gudmundur guido guilherme guillaume
guillermo gunnar gunther gurpreet gus gustaf gustav gustavo guy gwilym gyula haakan haakon habib habtamu hadi hafiz
haider haitham hakan hakim halvor hamad hamdan hamid hamish hamisi hamza hank hannes hanno hans hans-peter haralampos
harald haralds hari haris harish harjit harlan harold haroun harri harry harsh haruki haruto harutyun harvey hasan
hashim hassan hatem havard havel heath hector hedley heikki heiko heinrich heinz heitor helge helmut hendrik henk
hennadiy henning henri henrik henrique henry herbert heriberto herman hermann hernan herve hideo hieronymus hilario
hilmar hiram hirokazu hiroshi hisham hjalmar homer horace horatio horst hosni hossein howard hristo hubert hugh hughie
hugo hulusi humberto humphrey husein hussain hussein huw hylke hywel iain ian ibai ibrahim ibrahima ichiro idris
idriss ifan ifeanyi ignacio ignacy ignatius ignazio igor ihor ike ikechukwu ilan ilario ilham ilhan ilias ilir ilmari
ilya ilyas imad imran imre imtiaz imtiyaz indra indrek ingemar ingmar ingo ingvar ioan ioannis ion ionut iqbal irakli
irfan irving irwin isaac isaias isak isamu isandro ishmael isidro iskander ismael ismail issa istvan itamar ivan ivar
ivaylo ivo ivor iwan izaak jaakko jabari jabu jace jacek jack jackson jacob jacobo jacques jae-in jagdish jahangir
jaime jair jake jakob jakub jalal jamal james jameson jamie jamil jamshid jan jan-erik jan-willem janez janis janko
janne jannik janos janus jared jari jarle jarmo jarno jaroslav jaroslaw jarvis jas jason jasper javad javed javier
jawad jay jean-claude jean-louis jean-luc jean-marie jean-noel jean-paul jean-pierre jean-yves jed jeff jeffrey jens
jeremiah jeremias jeremy jeroen jerome jeronimo jerry jerzy jesper jesse jesus jethro jianguo jim jimmy jiri jiro
joachim joakim joao joaquim joaquin jochen joe joel joerg joern joginder johan johann johannes john johnny jojo joko
jomart jomo jon jonah jonas jonathan jono joost jordan jordi jordie jorg jorge jorgen jorn jose josef joseph josh
joshua josiah josip joszef jovan jozef jozsef juan juanito judd jukka jules julian julien julio julius junaid
junichiro juozas juraj jurgen juri jurij juris justin justo justus jyrki kaarel kaarle kabir kacper kaito kaleb kalle
kalman kamal kamau kamil kamran kanat kani kareem karel karim karl karl-heinz karlis karol karsten kaspar kasper
kassim kato katsuro kaveh kazem kazimierz kazuo kees keir keith kelvin kemal ken kenan kendrick kenji kenneth kenny
kent kenzo kestutis keto kev kevin khaled khalid khalil kheir khosrow kieran kiril kirill kirk kit kjell kjetil klaas
klaus klemens knud knut koen kofi kojiro kojo kolya konrad konstantin konstantinos koray koss kosta kostas krasimir
kris krishnan kristian kristjan kristof kristoffer krzysztof kunal kurt kwabena kwadwo kwaku kwame kwasi kyle kyriakos
lachlan ladislav lajos lakhdar lakshman lamar lambert lamberto lamine lance landon larry lars lasse laszlo laurens
laurent laurentiu lauri lawrence lazar lazaro leandro lech lee leif leith lemuel len lennart lennox lenny leo leon
leonard leonardo leonel leonid leonidas leopold leopoldo leroy leslie lester lev levan levi levon lewis lex liam
lieven linus lionel livio liviu ljubisa ljubomir llewellyn lloyd loic lorcan lorenz lorenzo loris lothar lou louis
luan lubomir luc luca lucas lucian luciano lucien lucio ludek ludovic ludvig ludvik ludwig luigi luis luiz luka lukas
lukasz luke lutz lyle lyndon lysander maarten maciej madis mads magnar magnus mahamadou mahathir mahdi maher mahesh
mahmood mahmoud mahmud maik majid makoto maksim maksym malachy malcolm malick malik mallory mamadou manfred mani
manish manmohan mannix manoj manolis mansour mansur manuel maodo marat marc marc-andre marcel marcelino marcello
marcelo marcin marcio marco marcos marcus marek margus marian mariano marinos mario marius mark marko markus marlon
maroun marshall marten martijn martin martinas martino martti marty marvin masoud massimo matas matej mateo mateus
mateusz mathew mathias mathieu matias matko mats matt matteo matthew matthias matthieu matti mattias matyas maurice
mauricio maurizio mauro max maxim maxime maximilian maynard mbongeni mehdi mehmet mel melaku melvin menachem mercer
merlin mert mervyn mevlut meyer micah michael michail michal michalis micheal michel mick miguel mihai mihail mihkel
mikael mike mikhail mikheil mikko miklos mikolaj milan miles milivoj milko milo milorad milos miloslav milton
mindaugas minjun minoru mircea mirko miroslav mirza mitch mitt mladen moaz modou mogens mohamad mohamed mohammad
mohammed mohamud mohan mohit mohsen moises moishe momir moncef mordechai morgan moritz morris mort morten mortimer
moses moshe mostafa moussa moustapha mthokozisi mthunzi muhammad muhammadu muhammed mukesh munir murad murat murdo
murray musa musab mustafa mutasim muzaffar mykhailo mykola myles myron nabeel nabil nachman nadav nader nadir naeem
naftali nagy naim najib nandor naoki narayan narendra naseem nasir nasser nat nate nathan nathaniel naveed navin nawaz
nazim nechirvan ned neil nejat nelson nemanja nenad nestor neville newt niall niccolo nicholas nick nicko nicodemo
nicolae nicolai nicolas nicolaus nicolo niels nigel nikhil nikita niklas niko nikola nikolai nikolaj nikolaos nikolas
nikolay nikos nils nizar njabulo nkosana noah noam noel nolan norbert norman norris nouri nuno nuri nurlan nursultan
obadiah obafemi obinna octavian octavio odd oddvar ode oded odhran odin oisin olaf olav oleg oleh olek oleksandr
oleksii oleksiy oliver olivier olle olumide olusegun oluwaseun omar omer omid ondrej onni onur oren orest orhan orson
oscar oskar osman osvald osvaldo oswald oto ott otto ottokar ousmane owain owen oystein ozan paavo pablo paco paddy
padraic padraig pal panagiotis pancho panos paolo parvez pascal pascoal pasquale pat patrice patricio patrick patrik
paul paulino paulo pavel pavlo pavol pawel payam peadar pedro pekka pelle per percival percy peregrine perry pervez
petar pete peter petr petro petros petteri peyman phil philip philippe phillip phineas pier pierce piero pierre piers
pieter pietro pio piotr piran piyush plamen prabowo pradeep prakash pramod pranav prasad prashant praveen predrag
primo prosper przemyslaw quentin quincy quintus rab rabih rachid radek radomir radoslav radoslaw radovan radu rafael
rafaele rafal rafe rafiq raghu raghunath ragnar ragnvald rahim rahman rahul raimo raimonds raimund rainer raj rajan
rajat rajeev rajendra rajesh rajiv rajnath rakesh ralf ralph ram ramakrishna raman ramesh ramil ramin ramiro ramon
ramsay ramzan randall randolph randy ranjan ranjit raoul raphael rashad rashid rasmus rastislav ratko rauf raul ravi
ravindra ray raymond raymundo raza razvan recep redmond reg reggie reginald reidar reimund reinaldo reinhard reinhold
reino remi remigio remus renars renato renaud reuben reuven rex rey reynaldo reza rhodri rhys riad rian ricardo
riccardo richard richie rick ricky rico rigoberto rinaldo ringo riyad roald roar rob robbie robert robertas roberto
rocco rocky rod roddy roderick rodney rodolfo rodrigo rodrigue roel roeland rogelio roger rohan rohit roland rolandas
rolando rolf rolland romain roman romano romeo romuald ron ronald ronaldo ronan ronen ronnie rory roscoe ross rostam
rostislav rowan rowland roy ruairi ruaridh ruben rudi rudolf rudolph rudy rufino rufus rui rune rupert rurik ruslan
russell rustam rustem ruud ruy ryan rylan ryszard saad saadi sabri sachin sadiq saeed sahil said saif sajid sakari
salah salem salif salim salman salvador salvatore sam sameer sameh sami samir samkelo samo sampo samson samuel samuli
sandeep sander sandor sandro sanjay sanjeev santeri santos saqib satish satoshi saul sava saverio seamus sean
sebastian sebastiao sebastien sedrick seif sekou sekouba selcuk selim semyon senad sepp seppo septimus serdar serge
sergei sergey sergio serhii serhiy seth severin severino seyed shahid shahram shailesh shakil shamil shamus shane
shankar sharif shashi shaun shavkat shawn shaya shehbaz sheldon sherman shigeru shinji shinzo shiv shlomo shoaib
sibusiso sid sidney siegfried sigmund sigurd sigurdur silas silvester silvio silviu simao simeon simo simon sindre
sipho sisay siyabonga sizwe slava slavko slawomir slobodan snorri sofus solomon soner soren sotiris spencer spiros
srdjan sridhar srinivas stan stanimir stanislas stanislav stanislaw stanko stanley stavros steen stefan stefano
stefanos steffan stein stelian stellan sten stepan stephan stephane stephen steve steven stewart stian stig stijn
stojan stoyan stuart subhash sudhir sukru sulaiman suleiman sumit sunil suraj surendra suresh susilo svante svein sven
svend svenn syed sylvain sylvester szabolcs szilard szymon taavi tadashi tadej tadeo tadeusz tadhg tafari taha takashi
takeshi talal talgat talib tamas tamaz taneli tanguy tapani tapio tarak taras tarek tareq tarik tariku tariq tarmo
tarquin tashi tassos taufik tauno tayyip ted teddy teemu temur tendai teo teodor teodoro terence terrence terry
tesfaye teuvo tevfik thabo thaddeus thanos themba theo theodor theodore theodoros theogene thibault thierry thijs
thomas thor thorbjorn thorsten thulani tiago tiberiu tibor tiemo tigran tim timo timon timothy timour timur tino tirso
titus tobias toby tod todd toivo tolga tom toma tomas tomasi tomasz tomaz tomer tomislav tommaso tommy tomoki tonci
toni tonny tony toomas tor torbjorn tord tore torgrim torquil torstein torsten traian travis trevor tristan troels
troy trygve tsvetan tsvi tudor tudur tuncay tuomas turgut turlough tycho tyler tyrone tyson ubaldo udo ueli
uffe ugo ugur ulf ulises ulrich ulrik ulysses umar umberto umesh umut uri uriel uros ursin usman uwe vaclav vadim
vahid valdemar valdis valentin valentino valerian valerio valeriy valery valon valter vance vartan vasco vasile
vasilis vasily vaso vaughan veikko veli veljko vernon vicente victor vidal vidar viggo vigo vijay vikas vikram viktor
vilhelm viliam viljar ville vilmos vilnis vinay vince vincent vincenzo vinod virgil vishal visvaldis vitali vitalie
vitaliy vitaly vito vittorio vivek vlad vlademir vladimir vladislav vlado vlatko vojin vojislav vojtech volker
volodymyr vsevolod vuk vyacheslav wade waldemar waleed walid wallace wally walt walter wang warren wasim wayne weidong
wendel wendelin wendell werner wes wesley wessel wieslaw wiktor wilbert wilbur wilf wilfred wilfried wilhelm will
willem willi william willie willis willy wim winfried winston witold wlodzimierz wojciech wolf wolfgang wouter wynton
xabier xavier yaacov yahya yair yakov yakubu yan yann yannick yannis yared yaromir yaroslav yasar yaser yasin yasser
yasuo yaw yefim yegor yehuda yerzhan yevgeny yevhen yiannis yigal yilmaz yitzhak yoav yoel yonas yordan yorgos yosef
yoshihiko youri yousef youssef youssou youssouf yousuf yoweri yuri yuriy yury yusif yusuf yusup yves yvon zac zach
zacharias zachary zack zafer zahid zain zakaria zaki zalmay zbigniew zbynek zdenek zdenko zdravko zebulon zeev zeid
zeki zeljko zeno zenon zev zhiqiang zhivko ziad zlatan zlatko zoltan zoran zsolt zubair zulfiqar zurab zvonimir
zygmunt
"""
# Either gender's, one of them more often.
_RATHER_MALE = listed("chris pat sam alex jordan terry francis lee jamie jan joe rene laurence casey morgan sasha")
_RATHER_FEMALE = listed(
    """
    leslie robin kim kelly tracy stacey shannon dana ashley courtney lindsey lindsay jean marion kerry sandy jackie jo
    andrea simone nicola marian misha nikita taylor avery riley
    """
)
# Endings that at least 92 % of the listed names share with those of their gender.
_FEMALE_ENDINGS = ("a", "ine", "tte", "een", "elle", "lyn")
_MALE_ENDINGS = ("as", "us", "os", "ro", "rt", "rd", "to", "lo", "do", "mir", "slav")
# A name is told by its ending from so many letters on.
LETTERS = 5
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
    if folded.endswith(_FEMALE_ENDINGS):
        return -BY_ENDING
    return BY_ENDING if len(folded) >= LETTERS and folded.endswith(_MALE_ENDINGS) else 0.0


_FEMALES = frozenset(map(fold, _FEMALE.split()))
_MALES = frozenset(map(fold, _MALE.split()))
