#include "privacy/name_words.h"

#include <string>

namespace signpost {
namespace {

// Each list is in the order of the alphabet, a space on both sides of each word.
constexpr std::string_view kTitles =
    " cllr councillor dame dr father imam lady lord miss mr mrs ms mx prof professor rabbi rev"
    " revd reverend sir sister"
    " ";
constexpr std::string_view kRoles =
    " accessibility accessible accountable acting admin administrator administrators admissions"
    " adopters adoption adult adulthood adults advice adviser advisers advisor advisors advisory"
    " advocate advocates after all ambassador ambassadors annual any anybody anyone appeal"
    " appeals appointed approved approver area areas assessment assessments assistant assurance"
    " attendance audit auditor auditors author authors autism autism-friendly autistic barnardo"
    " barrister barristers behaviour benefits bilingual borough both business by cabinet"
    " caldicott care career careers carer carer's carers caretaker case caseholder casework"
    " caseworker caseworkers central chair chairman chairperson chairs champion champions chief"
    " child children childrens city clerk clinical co-ordinator co-ordinators co-production"
    " coach coaches colleague colleagues commissioner commissioners commissioning communication"
    " communications communities community community-based complaint complaints compliance"
    " consultant consultants contact contacts content contract contracts coordinator"
    " coordinators coproduction county cqc customer data deaf deputy designated desk dfe digital"
    " director directors disabilities disability disabled disagreement district diversity doctor"
    " doctors document documents drafted duty each early east editor education educational ehc"
    " ehcp elected emotional employment engagement equalities equality evaluation event events"
    " everyone exclusion exclusions executive experience expert experts external facilitator"
    " facilitators families family father fathers feedback finance financial first former foster"
    " fostering four front full-time governance governor governors grandparent grandparents"
    " guardian guidance head head-teacher heads headteacher headteachers health healthwatch"
    " hearing help helpline her his holder host hosts housing ias iass icb iias impartial"
    " improvement inclusion inclusive independent independent-supporter inenco information"
    " inspector inspectors intake interim internal internal-audit interpreter interpreters ipsea"
    " joint junior key keyworker keyworkers kids language law lawyer lawyers lead leader leaders"
    " leads learning legal level lgsco librarian library line link lived lived-experience local"
    " looked manager managers marketing media mediation mediator mediators medical member"
    " members mencap mental mentor mentors metropolitan moderation money monitoring monthly"
    " mother mothers named national needs new nhs nobody nominated north nurse nurses office-"
    " manager officer officers ofsted one operational operations organiser organisers other"
    " others ours outreach outreach-worker owner pa paediatric paediatrician paediatricians"
    " panel's parent parent's parent-carer parents parliamentary part-time participation"
    " partnership partnerships pas pastoral peer people performance person physical plan"
    " planning plans policies policy policy-makers portage portfolio post-16 practitioner"
    " practitioners preparing presenter presenters press primary principal privacy private"
    " professional professionals programme project protection psychologist psychologists"
    " psychology public pupil pupils quality quality-assurance reception receptionist records"
    " referral referrals regional rep representative representatives reps research resolution"
    " resource resources responsible review review-board reviewer reviews risk royal"
    " safeguarding school-age scope second secondary secretary sector self sen senco sencos send"
    " sendco sendcos sendias sendiass senior sensory service services several shared sibling"
    " siblings site skills social solicitor solicitors somebody south speaker speakers special"
    " specialist specialists speech staff stage standards steering strategic student students"
    " support supported supporter supporters supporting teacher teachers termly their therapist"
    " therapist's therapists therapy third three top-up trainer trainers training transition"
    " transitions translator translators transport travel tribunal trustee trustees tutor tutors"
    " two us user users vice virtual vision visual voluntary volunteer volunteers we web website"
    " welfare wellbeing west who whoever whole worker worker's workers workshop workshops"
    " written years young young-people your youth"
    " ";
constexpr std::string_view kOffices =
    " academies academy action agencies agency alliance association authorities authority board"
    " boards bodies body britain building center centre centres charities charity church cic"
    " clinic clinics club clubs co-operative collective college colleges commission committee"
    " committees company consortium cooperative corporation council councils court department"
    " departments diocese directorate directorates division education-trust england enterprise"
    " enterprises federation forum forums foundation gardens government group groups gurdwara"
    " hall hospital hospitals house hub hubs institute ireland lane libraries library limited"
    " llp locality ltd mat ministry mosque network networks nurseries nursery office offices"
    " panel panels parish park partnership's playgroup plc road school schools scotland sendiass"
    " service-centre services' site society solutions street surgery syndrome team teams temple"
    " trust trusts uk union unit units universities university wales ward"
    " ";
constexpr std::string_view kLinks =
    " a an as at by for from in is its no none not of on our that the this through to via yet"
    " ";
constexpr std::string_view kParticles =
    " ab abu af al ap av bin bint da das de del della den der di do dos du e el ferch ibn la le"
    " mac mc ni nic o saint san st ten ter ui ul van von y"
    " ";
constexpr std::string_view kGivenNames =
    " aaliyah aaron abbey abbie abdi abdul abdullah abigail abimbola abu adam adebayo adeel"
    " adel aditi adrian agnes agnieszka ahmad ahmed aidan aiden aileen aisha aisling akua alan"
    " alastair albie alessia alex alexander alexandra alfie ali alice alicia alina alisha"
    " alison alyssa amanda amara amelia amelie amina amir amira amit amy ananya anastasia andre"
    " andrea andreea andrew andrzej angela angus anil anita anjali anna annabel anne annette"
    " anthony antonio anu anya aoife arabella arash archie arjun arlo arran arthur arun arya"
    " asad asha ashley asif asma astrid ava ayaan ayden ayesha ayse azaan aziz bailey barbara"
    " bartosz beata beatrix begum ben benjamin benji bernadette beth bethany beverley bogdan"
    " brandon brenda brian bridget brody bronwen bruce caleb callum cameron cara carl carla"
    " carlos carol caroline carolyn cassie catherine catrin cecilia ceri charlie charlotte chen"
    " cheryl chiara chidi chika chinwe chloe chris christina christine christopher ciara claire"
    " clare claudia colin connor conor corey craig cristina daisy damian daniel daniela"
    " danielle darcey darren daryl david dawn debbie deborah declan deepa demi denise derek"
    " devon dexter dhruv diana diane diego digby dilip dimitri dipti dominic dominik donna"
    " dorota dorothy dougie duncan dylan ebony eddie edward eilidh elaine eleanor elena elias"
    " elif elijah eliza elizabeth ella ellen ellie elliot elodie elsie emeka emilia emily emma"
    " emmy enzo eric erin esme esmee esther ethan euan eva evan evelyn evie ewa ezra fadi"
    " faisal faith farah farhan farid fatima fatma fatou felix femi fergus finlay finley finn"
    " fiona florence florrie fran frances francesca francesco francis frank fraser freddie"
    " frederick freya funmi gabriel gabriela gabrielle gareth gary gaurav gavin gemma geoff"
    " george georgia georgie georgina gerald gheorghe gill gillian giulia gladys glenn gloria"
    " gordon gracie graham greg gregory gulsen gurpreet gwen habib hafsa haleema hallie hamid"
    " hamish hamza hannah haroon harpreet harriet harry hasan hassan hattie hayley heather hebe"
    " heidi helen henrik henry hilary hiroshi huda hugh hugo hussain hussein ian ibrahim"
    " ibrahima idris ifeoma ilona imogen imran inaya indie ines ingrid ioana irena irene isaac"
    " isabel isabella isaiah isla ismail isobel ivan jacek jack jacob jacqueline jade jaden"
    " jaiden jake jamal james jamie jan jane janet janice jaroslaw jasmine jason jaspreet javed"
    " jax jaxon jayden jayla jean jeanette jelena jennifer jenny jensen jenson jeremy jerome"
    " jess jessica jill jim joan joanna joanne jodie jody joe joel john jolanta jonathan jones"
    " jonny jordan jorge jose joseph josephine josh joshua josie joyce juan jude judith julia"
    " julian julie jun justin justyna kacey kacper kai kaiden kamal kamil kamran karen karim"
    " karl karolina kasia katarzyna kate katherine kathleen kathryn katie katrina kavita kayden"
    " kayleigh keira keith kelly ken kenneth kerry kevin khadija khalid khan kian kiera kieran"
    " kim kiran kirsten kirsty kobi kofi krisztina krystyna krzysztof kwame kyle kyra lacey"
    " lara laszlo latifa laura lauren laurence layla leah leanne lee leila lena leo leon"
    " leonardo leroy lesley leszek lewis lexi lexie liam lidia lila lily lina linda lindsay"
    " lisa liz logan lola lottie louie louis louise luca lucas lucia lucian lucy luis lukasz"
    " luke lydia lyla lynn lynne mabel maciej maddie maddison madeleine magdalena mahmood"
    " mahmoud maisie maja maksymilian malachi malcolm malgorzata malik manjit manpreet marcin"
    " marcus margaret maria mariam marian marie marilyn marina mario marion marjorie marnie"
    " marta martha martin martyn mary maryam mateusz matilda matthew mattie maureen maurice"
    " maxine maya meera megan mehmet mei melanie melissa mercy mia michael michal michelle"
    " miguel mihai mike mikolaj mila millie milly milo mina ming miriam moha mohamed mohammad"
    " mohammed mohamud mohsin moira mollie molly monica monika morgan moses muhammad muhammed"
    " mukesh murat musa mustafa myla nadia nadine nafisa naomi nargis nasreen natalia natalie"
    " natasha nathan nathaniel naveed neha neil nevaeh ngozi nguyen nia niall niamh nicholas"
    " nicola nicole nigel nikhil nikita nikolas nina noah noor nora noreen norma nosheen nuala"
    " obinna olga olha oliver olivia oliwia oliwier ollie oluwaseun omar orla oscar oskar"
    " ottilie owen paige pamela parveen pat patel patricia patrick patrycja paul paula pauline"
    " pavel pawel pedro peter petra philip philippa phoebe piotr pippa polly prakash priya"
    " priyanka quentin rachel radu rafal rafe rahim rahul raj rajesh rajinder ramesh rashid"
    " rayan raymond razia rebecca reena reggie rehana renata reuben rhiannon rhys richard riley"
    " rita robbie robert roberto robin robyn rodrigo roger rohan roisin ronald ronan ronnie"
    " rory rosa rosemary rosie ross roxana roy ruby rufus rukhsana rupert russell ruth ryan"
    " saad sabina sadia safia saima sajid sakina salim sally salma sam samantha samina samira"
    " samuel sana sandeep sandra sangeeta sanjay santosh sara sarah saskia scarlett sean seb"
    " sebastian selina serena shabana shabir shahid shahnaz shaista shakira shamim shane"
    " shannon sharon shaun shazia sheila shelley shirley shona shreya sienna simon simone"
    " sinead siobhan siti slawomir smith sofia sohail sonia sophia sophie stacey stanislaw"
    " stefan stella stephanie stephen steven stuart sue suki suleiman sultana sunil sunita"
    " suresh susan suzanne syed sylvia szymon tabitha tadeusz tahir tamara tanya tara tariq"
    " teddy tegan teresa terry tessa thandi thea theo theodora theodore theresa thi thomas"
    " tilda tilly tim timothy tina tobias toby todd tom tomasz tommy tony tracey tracy travis"
    " trevor tunde tyler tyra uche urszula usha usman valerie vanessa vera vicky victor vijay"
    " vikram vincent violet vivian vladimir wahid wanda wei wendy whitfield wiktor wilf wilfred"
    " william winston wojciech xander xavier xin yahya yan yasin yasmin yasmine yemi yolanda"
    " yousef ysabel yuki yusuf yvonne zac zachary zack zahra zainab zak zara zayd zayn zbigniew"
    " zeynep zoe zoey zofia zuzana"
    " ";

bool is_in(std::string_view list, std::string_view word) {
  if (word.empty() || word.find(' ') != word.npos) return false;
  return list.find(" " + std::string(word) + " ") != list.npos;
}

}  // namespace

bool is_title_word(std::string_view word) { return is_in(kTitles, word); }
bool is_role_word(std::string_view word) { return is_in(kRoles, word); }
bool is_office_word(std::string_view word) { return is_in(kOffices, word); }
bool is_link_word(std::string_view word) { return is_in(kLinks, word); }
bool is_name_particle(std::string_view word) { return is_in(kParticles, word); }
bool is_given_name(std::string_view word) { return is_in(kGivenNames, word); }

}  // namespace signpost
